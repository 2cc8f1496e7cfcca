"""What a process of ``vssid serve`` loads: the web application, and then the parts of the first paper."""

import sys

from vssid.project.warming import in_the_background
from vssid.project.wsgi import application

__all__ = ["application"]

_TURN_SECONDS = 0.0005
"""A read asks the database twice or thrice and wants its turn back after each answer: by Python's own five
milliseconds it would wait that long every time somebody signs in beside it (bench sign_in_storm)."""

sys.setswitchinterval(_TURN_SECONDS)
in_the_background()
