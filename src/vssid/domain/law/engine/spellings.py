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
    "inpatient": "in",
    "nội_trú": "in",
    "outpatient": "out",
    "ngoại_trú": "out",
    "vietnam": "vn",
    "viet_nam": "vn",
    "việt_nam": "vn",
    "vietnamese": "vn",
    "foreigner": "foreign",
}
"""What a text stands for where it is none of the values itself; ``poor_or_island`` is how the figure of the
support is called, and one rate.
"""
_REGION = re.compile(r"(?:vùng|vung|region)_")
_UNIT = re.compile(r"\s*(?:đồng|dong|vnđ|vnd|đ|₫)\s*\Z", re.IGNORECASE)
_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})+\Z")
_DECIMAL = re.compile(r"([0-9]+)(?:[.,]([0-9]+))?(%?)\Z")
_ONE_GROUP = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}\Z")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?\Z")
_DAY_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})\Z")
_MONTH_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{4})\Z")
_NOT_A_LETTER = re.compile(r"[\s_-]+")


def number(text: str) -> Fraction | None:
    """``0,45``, ``0.45``, ``45 %``, ``46.800.000`` and ``46,800,000``; with a unit as :func:`dong`. None for
    anything else, and for ``1,065``, which is a thousand to one reader and one to another.
    """
    if _UNIT.search(text):
        return dong(text)
    written = _squeezed(text)
    if _GROUPS.match(written):
        return Fraction(re.sub(r"[.,]", "", written))
    found = _DECIMAL.match(written)
    if found is None or _ONE_GROUP.match(written):
        return None
    return Fraction(f"{found[1]}.{found[2] or 0}") / (100 if found[3] else 1)


def dong(text: str) -> Fraction | None:
    """An amount of money, its unit behind it or not. Nobody writes a thousandth of a đồng: ``500.000`` and
    ``500,000`` are thousands.
    """
    amount = _UNIT.sub("", text)
    written = _squeezed(amount)
    return Fraction(re.sub(r"[.,]", "", written)) if _ONE_GROUP.match(written) else number(amount)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s_]", "", text)


def truth(text: str) -> bool | None:
    """``yes``, ``no`` and their like in English and Vietnamese."""
    return _TRUTHS.get(text.strip().casefold())


def choice(text: str, values: Iterable[str]) -> str | None:
    """The one of ``values`` that is meant: whatever its case, blanks and hyphens, or by another word. A
    region may be called so (``vùng II``).
    """
    known: Mapping[str, str] = {_folded(value): value for value in values}
    folded = _folded(text)
    bare = _REGION.sub("", folded)
    return known.get(folded) or known.get(bare) or known.get(_WORDS.get(bare, ""))


def month(text: str) -> Month | None:
    """``2026-07``, ``2026-7``, ``7/2026``, or the month of a day; None for what is no month."""
    text = _year_first(text)
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
    """``2026-07-01``, ``2026-7-1``, or as Vietnam writes it ``1/7/2026``; None for what is no day."""
    found = _YEAR_FIRST.match(_year_first(text))
    if found is None or not found[3]:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def _year_first(text: str) -> str:
    """A day that is written before its month the other way round."""
    found = _DAY_FIRST.match(text)
    return f"{found[3]}-{found[2]}-{found[1]}" if found else text


def _folded(text: str) -> str:
    return _NOT_A_LETTER.sub("_", text.strip().casefold())
