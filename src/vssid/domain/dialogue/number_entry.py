"""A number of the insured: 10 or 12 digits, keyed or said."""

from __future__ import annotations

from vssid.domain.dialogue import digits_en, digits_vi

LENGTHS = (10, 12)
MOST = 13
"""Further keys change nothing: it is too long already."""

_PARSERS = {"vi": digits_vi.digits_of, "en": digits_en.digits_of}
SPOKEN = tuple(_PARSERS)
"""Languages in which a number can be said; in others keys alone."""


def is_complete(digits: str) -> bool:
    return len(digits) in LENGTHS


def said(text: str, language: str) -> str:
    """The number said, or empty when it was not exactly one."""
    parse = _PARSERS.get(language)
    digits = parse(text) if parse else ""
    return digits if is_complete(digits) else ""
