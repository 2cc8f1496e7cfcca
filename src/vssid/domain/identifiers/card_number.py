"""The health-insurance card number: ``AA d pp nnnnnnnnnn``, or the ten digits new cards print.

Group of the insured, benefit digit, province of issue, insurance number (Decision 1351/QĐ-BHXH of
2015). Cards since 2021-04-01 print the last ten only (Decision 1666/QĐ-BHXH of 2020).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vssid.domain.identifiers import digits
from vssid.domain.values.problem import Problem, marked

PATTERN = r"[A-Z]{2}[1-5][0-9]{12}|[0-9]{10}"
"""The whole of a parsed number."""


class CardNumberLength(Problem):
    code = "card_number_length"
    sentence = marked("A card number has 15 characters or 10 digits. You have entered %(entered)s.")


class CardNumberGroup(Problem):
    code = "card_number_group"
    sentence = marked("A card number of 15 characters begins with two letters. You entered “%(found)s”.")


class CardNumberBenefitDigit(Problem):
    code = "card_number_benefit_digit"
    sentence = marked("The third character must be from 1 to 5. You entered “%(found)s”.")


@dataclass(frozen=True, slots=True)
class CardNumberParts:
    """The parts of a 15-character number. ``province_code`` keeps the meaning of the day of issue."""

    group_code: str
    benefit_digit: int
    province_code: str
    insurance_number: str


def parse(text: str) -> str:
    """The bare 15 or 10 characters; raises Empty, NotADigit or one of the problems above."""
    number = digits.squeezed(text).upper()
    if len(number) == 10:
        return digits.digits_of(number)
    if len(number) != 15:
        raise CardNumberLength(entered=len(number))
    if not re.fullmatch(r"[A-Z]{2}", number[:2]):
        raise CardNumberGroup(found=number[:2])
    if number[2] not in "12345":
        raise CardNumberBenefitDigit(found=number[2])
    return number[:3] + digits.digits_of(number[3:])


def parts(number: str) -> CardNumberParts | None:
    """The parts of a parsed 15-character number; None for one of ten digits."""
    if len(number) != 15:
        return None
    return CardNumberParts(number[:2], int(number[2]), number[3:5], number[5:])


def grouped(number: str) -> str:
    """``DN 4 01 0194 000 123`` or ``0194 000 123``, with no-break spaces."""
    sizes = (4, 3, 3) if len(number) == 10 else (2, 1, 2, 4, 3, 3)
    return digits.in_groups(number, *sizes)


def mask(number: str) -> str:
    """``…123``"""
    return digits.last_shown(number)
