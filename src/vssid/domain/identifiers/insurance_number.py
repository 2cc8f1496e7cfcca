"""The social-insurance number: 10 digits, or since 2025-08-01 the 12 digits of the citizen number.

No check digit is published. A 10-digit number stays a valid key of its person for ever.
"""

from __future__ import annotations

from vssid.domain.identifiers import digits
from vssid.domain.values.problem import Problem, marked

PATTERN = r"[0-9]{10}|[0-9]{12}"
"""The whole of a parsed number."""


class InsuranceNumberLength(Problem):
    code = "insurance_number_length"
    sentence = marked("An insurance number has 10 or 12 digits. You have entered %(entered)s.")


def parse(text: str) -> str:
    """The bare digits; raises Empty, NotADigit or InsuranceNumberLength."""
    number = digits.digits_of(text)
    if len(number) not in (10, 12):
        raise InsuranceNumberLength(entered=len(number))
    return number


def grouped(number: str) -> str:
    """``0194 000 123`` or ``001 194 000 123``, with no-break spaces."""
    return digits.in_groups(number, 4, 3, 3) if len(number) == 10 else digits.in_groups(number, 3, 3, 3, 3)


def mask(number: str) -> str:
    """``…123``"""
    return digits.last_shown(number)
