"""Invented personal numbers of the published forms: unique, and none of them one of the cast's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from vssid.project.demo.seed.calendar_days import day_number
from vssid.project.demo.seed.randomness import Bools, Ints
from vssid.project.demo.seed.tables import digits, pick

MOST_PEOPLE = 1_000_000
"""The six free digits of a citizen number serve so many people without a clash."""
NO_TEN_DIGITS_SINCE = date(2025, 8, 1)
"""From here on a newborn's citizen number is the insurance number (letter 1804/BHXH-QLT of 2025)."""
_CODES_REFORMED = date(2025, 7, 1)
_MOBILE_PREFIXES = (
    "32 33 34 35 36 37 38 39 56 58 70 76 77 78 79 81 82 83 84 85 86 88 90 91 93 94 96 97 98".split()
)


@dataclass(frozen=True, slots=True)
class Shuffle:
    """A one-to-one walk over ``size`` numbers: position -> number, leaving out the ``reserved`` ones."""

    size: int
    factor: int
    shift: int
    reserved: Ints

    @classmethod
    def over(cls, size: int, factor: int, seed: int, reserved: set[int]) -> Shuffle:
        """``factor`` must share no divisor with ``size``."""
        shift = (seed * 7_919 + 104_729) % size
        back = pow(factor, -1, size)
        places = sorted((number - shift) * back % size for number in reserved)
        return cls(size, factor, shift, np.array(places, dtype=np.int64))

    def number(self, position: Ints) -> Ints:
        """Different numbers for different positions below ``size - len(reserved)``."""
        skipped = np.searchsorted(self.reserved - np.arange(self.reserved.size), position, side="right")
        return ((position + skipped) * self.factor + self.shift) % self.size


@dataclass(frozen=True, slots=True)
class Registry:
    """Gives numbers to positions (0, 1, 2 … over the whole population)."""

    insurance: Shuffle
    citizen: Shuffle
    mobile: Shuffle

    @classmethod
    def beside(
        cls, seed: int, insurance_numbers: list[str], citizen_numbers: list[str], phones: list[str]
    ) -> Registry:
        """A registry that never gives a number ending like one of the cast's, nor one of their telephones."""
        return cls(
            Shuffle.over(10**8, 38_196_601, seed, {int(text[2:]) for text in insurance_numbers}),
            Shuffle.over(10**6, 618_033, seed, {int(text[6:]) for text in citizen_numbers}),
            Shuffle.over(
                len(_MOBILE_PREFIXES) * 10**7,
                179_424_673,
                seed,
                {_MOBILE_PREFIXES.index(text[3:5]) * 10**7 + int(text[5:]) for text in phones},
            ),
        )

    def citizen_numbers(self, position: Ints, province: Ints, female: Bools, birth_day: Ints) -> pl.Series:
        """``PPP`` province of birth registration, ``G`` century and sex, ``YY``, six digits."""
        year = birth_day.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
        century = np.where(year >= 2000, 2, 0) + female
        head = (province * 10 + century) * 100 + year % 100
        return digits(head * 10**6 + self.citizen.number(position), 12)

    def insurance_numbers(self, position: Ints, province: Ints) -> pl.Series:
        """Province of issue and eight digits."""
        return digits(province * 10**8 + self.insurance.number(position), 10)

    def mobile_numbers(self, position: Ints) -> pl.Series:
        """In E.164, a different one for everybody: a contact belongs to one account."""
        number = self.mobile.number(position)
        prefix = pick(_MOBILE_PREFIXES, number // 10**7)
        return pl.select(pl.format("+84{}{}", prefix, digits(number % 10**7, 7))).to_series()


def born_without_ten_digits(birth_day: Ints) -> Bools:
    """Whether the citizen number is the only insurance number the person ever had."""
    return birth_day >= day_number(NO_TEN_DIGITS_SINCE)


def born_after_reform(birth_day: Ints) -> Bools:
    """Whether the birth was registered under the 34 provinces."""
    return birth_day >= day_number(_CODES_REFORMED)
