"""Loads what the first paper needs before anybody asks for one: the seal's libraries, faces, typesetter.

Once a server process, in a thread of its own, a little after it serves: the start does not wait for it.
The thread keeps the ordinary priority; one of less would be made to wait while it holds the interpreter, and
requests with it. Whatever fails here fails again, and is told to somebody, with the paper itself.
"""

from __future__ import annotations

import logging
import threading
import time

from vssid.apps.documents.ports import letters, signer
from vssid.kit import clock

_SECONDS_AFTER_START = 2.0
_TRIAL = {"title": "Trial", "check_url": "-"}
_log = logging.getLogger(__name__)


def in_the_background() -> None:
    threading.Thread(target=_later, name="warming", daemon=True).start()


def warm() -> None:
    """Sets one trial letter, which nobody gets, and opens the seal's certificates. Signs nothing."""
    letters().render("trial", _TRIAL, language="en", made_at=clock.now())
    signer().prepare()


def _later() -> None:
    time.sleep(_SECONDS_AFTER_START)
    begun = time.monotonic()
    try:
        warm()
    except Exception:
        _log.warning("papers are not warmed up", exc_info=True)
    else:
        _log.info("papers are warmed up", extra={"seconds": round(time.monotonic() - begun, 1)})
