"""A form in a visitor's chat that asks for a code: until when an officer's offer of it is open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from vssid.apps.assistant.replies import SAYING
from vssid.apps.assistant.sayings import Say
from vssid.apps.assistant.selectors.transcript import Said

_OFFERED, _USED = f"{SAYING}/{Say.NEW_WAY}", f"{SAYING}/{Say.NEW_WAY_USED}"
_LASTS = timedelta(minutes=30)


def open_offer(turns: Sequence[Said], *, now: datetime) -> Said | None:
    """The turn that offers it; None once it was used or is too old."""
    last = next((one for one in reversed(turns) if one.entry in {_OFFERED, _USED}), None)
    return last if last and last.entry == _OFFERED and now - last.at < _LASTS else None
