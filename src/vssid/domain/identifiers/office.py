"""The code of a social-insurance office: five digits, the first three its province (``001`` Hà Nội).

The length of the local part is not published; five digits in all is an assumption.
"""

from __future__ import annotations

from vssid.domain.identifiers import digits
from vssid.domain.values.problem import Problem, marked

PATTERN = r"[0-9]{5}"
"""The whole of a parsed code."""


class OfficeCodeLength(Problem):
    code = "office_code_length"
    sentence = marked("An office code has 5 digits. You have entered %(entered)s.")


def parse(text: str) -> str:
    """The bare five digits; raises Empty, NotADigit or OfficeCodeLength."""
    code = digits.digits_of(text)
    if len(code) != 5:
        raise OfficeCodeLength(entered=len(code))
    return code


def grouped(code: str) -> str:
    """``001 02``, with a no-break space."""
    return digits.in_groups(code, 3, 2)


def mask(code: str) -> str:
    """An office is public: its code is shown whole."""
    return grouped(code)
