"""Names of countries, from the Unicode CLDR as Babel ships it."""

from __future__ import annotations

import re

from babel import Locale
from django.utils.translation import get_language

from vssid.kit.folding import without_marks

_TWO_LETTERS = re.compile("[A-Z]{2}")
_NO_COUNTRY = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())
"""What else the CLDR names by two letters: islands of other countries, unions, test words."""
_OF_LANGUAGE = {"vi": "VN", "zh-hans": "CN", "ko": "KR", "ja": "JP"}


def country(code: str, language: str | None = None) -> str:
    """``country("GB", "vi")`` is ``Vương quốc Anh``; a code nobody knows stays as it is."""
    name = Locale.parse((language or get_language() or "vi").replace("-", "_")).territories.get(code)
    return str(name) if name else code


def countries() -> list[tuple[str, str]]:
    """Two letters and the name in the reader's language, by name; the country of the language first."""
    language = get_language() or "vi"
    territories = Locale.parse(language.replace("-", "_")).territories
    codes = (code for code in map(str, territories) if _TWO_LETTERS.fullmatch(code))
    return sorted(
        ((code, str(territories[code])) for code in codes if code not in _NO_COUNTRY),
        key=lambda one: (one[0] != _OF_LANGUAGE.get(language), without_marks(one[1]).casefold()),
    )
