"""What a process of ``vssid serve`` loads: the web application, and then the parts of the first paper."""

import os
import sys
from pathlib import Path

from vssid.project.slow_lane import SOCKET, Application, SlowLane, arriving
from vssid.project.turned_away import TurnedAway
from vssid.project.warming import in_the_background
from vssid.project.wsgi import application as here

__all__ = ["application", "lane"]

_TURN_SECONDS = 0.0005
"""A read asks the database twice or thrice and wants its turn back after each answer: by Python's own five
milliseconds it would wait that long every time somebody signs in beside it (bench sign_in_storm)."""
_WAITING_FOR_THE_LANE = 5
"""Of a process's eight threads; the others read."""

sys.setswitchinterval(_TURN_SECONDS)

lane = arriving(here)
application: Application = here
if SOCKET in os.environ:
    application = SlowLane(
        here, Path(os.environ[SOCKET]), places=_WAITING_FOR_THE_LANE, turned_away=TurnedAway()
    )

from vssid.apps.assistant.answers import looks_ahead  # noqa: E402 - imports models, which the application readies

in_the_background()
looks_ahead()
