"""The dossier number as people read it aloud: day of the beginning, running number."""

from __future__ import annotations

import re
from datetime import datetime

from vssid.kit.clock import VIETNAM

_WRITTEN = re.compile(r"(?:VSSID)?([0-9]{8})([0-9]{6,12})", re.ASCII)


def dossier_number(pk: int, begun_at: datetime) -> str:
    """``VSSID-20261122-000123``."""
    return f"VSSID-{begun_at.astimezone(VIETNAM):%Y%m%d}-{pk:06d}"


def key_in(typed: str) -> int | None:
    """The key within a number however it was typed, None for anything else. Its user compares the whole."""
    found = _WRITTEN.fullmatch(re.sub(r"[\s.\-\u2010-\u2015]", "", typed).upper())
    return int(found[2]) if found else None
