"""Opening hours as registered (``T2-T6 07:30-11:30``), in the reader's language."""

from __future__ import annotations

import re

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import get_language
from django.utils.translation import gettext as _

_DAY = re.compile(r"\b(?:T([2-7])|(CN))\b")
_ALWAYS = "24/7"
_SUNDAY = 6


def hours_shown(hours: str) -> str:
    """Vietnamese stays as it stands; what is not understood too."""
    if hours == _ALWAYS:
        return _("Day and night, every day")
    shown = hours.replace("-", "–")
    if (get_language() or "vi").startswith("vi"):
        return shown
    return _DAY.sub(lambda found: _weekday(found[1]), shown)


def _weekday(number: str | None) -> str:
    """The Vietnamese week counts Monday as the second day."""
    return str(WEEKDAYS_ABBR[int(number) - 2 if number else _SUNDAY])
