"""The code of a health facility: province 2 digits, number 3; written ``01 - 929``, ``01-929``, ``01929``."""

from __future__ import annotations

from vssid.domain.identifiers import digits
from vssid.domain.values.problem import Problem, marked

PATTERN = r"[0-9]{5}"
"""The whole of a parsed code."""


class FacilityCodeLength(Problem):
    code = "facility_code_length"
    sentence = marked("A facility code has 5 digits, such as 01-929. You have entered %(entered)s.")


def parse(text: str) -> str:
    """The bare five digits; raises Empty, NotADigit or FacilityCodeLength."""
    code = digits.digits_of(text)
    if len(code) != 5:
        raise FacilityCodeLength(entered=len(code))
    return code


def grouped(code: str) -> str:
    """``01-929``, as cards print it."""
    return f"{code[:2]}-{code[2:]}"


def mask(code: str) -> str:
    """A facility is public: its code is shown whole."""
    return grouped(code)
