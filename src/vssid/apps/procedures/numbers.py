"""The number of a case as people read it aloud: province, year, number."""

from __future__ import annotations

import re

from vssid.apps.procedures.models import Case
from vssid.kit.clock import VIETNAM

_WRITTEN = re.compile(r"\d{1,3}-\d{4}-(\d{6,18})\Z", re.ASCII)
_PROVINCE_DIGITS = 3


def case_number(case: Case) -> str:
    """``001-2026-004560``."""
    year = case.opened_at.astimezone(VIETNAM).year
    return f"{case.office_code[:_PROVINCE_DIGITS]}-{year}-{case.pk:06d}"


def key_of(number: str) -> int | None:
    """The key within a written number, None for anything else. Who looks it up compares the whole number."""
    found = _WRITTEN.match(number.strip())
    return int(found[1]) if found else None
