"""The citizen number: 12 digits (personal identification number), or 9 of the old identity card.

Twelve digits are ``PPP G YY NNNNNN``: province or country of birth registration, century and sex,
year of birth, serial (Decree 137/2015/NĐ-CP, article 13). Nine digits carry no such meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vssid.domain.identifiers import digits
from vssid.domain.identifiers.provinces import Province, province_or_none
from vssid.domain.values.problem import Problem, marked

PATTERN = r"[0-9]{9}|[0-9]{3}[0-5][0-9]{8}"
"""The whole of a parsed number."""


class CitizenNumberLength(Problem):
    code = "citizen_number_length"
    sentence = marked("Enter all 12 digits. You have entered %(entered)s.")


class CitizenNumberTooLong(Problem):
    code = "citizen_number_too_long"
    sentence = marked("A citizen number has 12 digits. You have entered %(entered)s.")


class CitizenNumberCentury(Problem):
    code = "citizen_number_century"
    sentence = marked(
        "The fourth digit must be from 0 to 5. You entered %(digit)s. Check the number on the card."
    )


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True)
class Decoded:
    """What twelve digits say about the person on the day the number was given."""

    place_code: str
    sex: Sex
    birth_year: int

    def province(self, given_on: date) -> Province | None:
        """The province of birth registration as its code read on ``given_on``; None for a country.

        A number given before 2025-07-01 keeps the meaning of its day: this is never the province
        where somebody lives, nor a province of today.
        """
        return province_or_none(self.place_code[1:], given_on) if self.place_code[0] == "0" else None


def parse(text: str) -> str:
    """The bare 12 (or 9) digits; raises Empty, NotADigit or one of the problems above."""
    number = digits.digits_of(text)
    if len(number) > 12:
        raise CitizenNumberTooLong(entered=len(number))
    if len(number) not in (9, 12):
        raise CitizenNumberLength(entered=len(number))
    if len(number) == 12 and number[3] > "5":
        raise CitizenNumberCentury(digit=number[3])
    return number


def decode(number: str) -> Decoded | None:
    """The meaning of a parsed 12-digit number; None for the 9 digits of an old card."""
    if len(number) != 12:
        return None
    century, female = divmod(int(number[3]), 2)
    return Decoded(
        place_code=number[:3],
        sex=Sex.FEMALE if female else Sex.MALE,
        birth_year=1900 + 100 * century + int(number[4:6]),
    )


def grouped(number: str) -> str:
    """``001 194 000 123`` or ``012 345 678``, with no-break spaces."""
    return digits.in_groups(number, 3, 3, 3, 3)


def mask(number: str) -> str:
    """``…123``"""
    return digits.last_shown(number)
