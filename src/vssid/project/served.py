"""What a process of ``vssid serve`` loads: the web application, and then the parts of the first paper."""

from vssid.project.warming import in_the_background
from vssid.project.wsgi import application

__all__ = ["application"]

in_the_background()
