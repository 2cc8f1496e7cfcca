"""Other ways to write a value that can mean only one thing: what jurists type into a worked case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from vssid.domain.values.months import Month

_TRUTHS = {"yes": True, "true": True, "có": True, "no": False, "false": False, "không": False}
_WORDS = {
    "f": "female",
    "nữ": "female",
    "nu": "female",
    "woman": "female",
    "m": "male",
    "nam": "male",
    "man": "male",
    "1": "i",
    "2": "ii",
    "3": "iii",
    "4": "iv",
    "poor_or_island": "poor",
}
"""What a text stands for where it is none of the values itself; ``poor_or_island`` is how the figure of the
support is called, and one rate.
"""
_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})+\Z")
_DECIMAL = re.compile(r"([0-9]+)(?:[.,]([0-9]+))?(%?)\Z")
_ONE_GROUP = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}\Z")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?\Z")
_MONTH_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{4})\Z")
_NOT_A_LETTER = re.compile(r"[\s_-]+")


def number(text: str) -> Fraction | None:
    """``0,45``, ``0.45``, ``45 %``, ``46.800.000`` and ``46,800,000``; None for anything else, and for
    ``1,065``, which is a thousand to one reader and one to another.
    """
    written = re.sub(r"[\s_]", "", text)
    if _GROUPS.match(written):
        return Fraction(re.sub(r"[.,]", "", written))
    found = _DECIMAL.match(written)
    if found is None or _ONE_GROUP.match(written):
        return None
    return Fraction(f"{found[1]}.{found[2] or 0}") / (100 if found[3] else 1)


def truth(text: str) -> bool | None:
    """``yes``, ``no`` and their like in English and Vietnamese."""
    return _TRUTHS.get(text.strip().casefold())


def choice(text: str, values: Iterable[str]) -> str | None:
    """The one of ``values`` that is meant: whatever its case, blanks and hyphens, or by another word."""
    known: Mapping[str, str] = {_folded(value): value for value in values}
    folded = _folded(text)
    return known.get(folded) or known.get(_WORDS.get(folded, ""))


def month(text: str) -> Month | None:
    """``2026-07``, ``2026-7``, ``7/2026``, or the month of a day; None for what is no month."""
    other = _MONTH_FIRST.match(text)
    if other is not None:
        text = f"{other[2]}-{other[1]}"
    found = _YEAR_FIRST.match(text)
    if found is None or (found[3] and day(text) is None):
        return None
    try:
        return Month.of(int(found[1]), int(found[2]))
    except ValueError:
        return None


def day(text: str) -> date | None:
    """``2026-07-01`` or ``2026-7-1``; None for what is no day."""
    found = _YEAR_FIRST.match(text)
    if found is None or not found[3]:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def _folded(text: str) -> str:
    return _NOT_A_LETTER.sub("_", text.strip().casefold())
