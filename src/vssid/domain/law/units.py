"""What the whole number of a unit says: 45,000 parts per million are 4.5 per cent. One table for whoever
tells a figure; how a language writes it is theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from vssid.domain.law.engine.parameter import Unit


class Kind(StrEnum):
    """What is counted, once the number stands in whole ones of it."""

    MONEY = "money"
    """Đồng."""
    SHARE = "share"
    """Per cent."""
    NUMBER = "number"
    MONTHS = "months"
    TIME = "time"
    """A length of time, in months."""
    AGE = "age"
    """In months."""
    YEARS = "years"
    WEEKS = "weeks"
    DAYS = "days"
    CALENDAR_YEAR = "calendar_year"
    MONTH = "month"
    """A month of the calendar."""
    DATE = "date"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Reading:
    """``step``: how much of its kind one of the unit is."""

    kind: Kind
    step: Decimal = Decimal(1)

    def amount(self, count: int) -> Decimal:
        """Exact: a step is a power of ten, a half or a whole number."""
        return count * self.step


def _one_of(parts: int) -> Decimal:
    return Decimal(1) / parts


READINGS: Mapping[Unit, Reading] = MappingProxyType(
    {
        Unit.DONG: Reading(Kind.MONEY),
        Unit.HUNDREDTHS_OF_DONG: Reading(Kind.MONEY, _one_of(100)),
        Unit.MILLIONTHS_OF_DONG: Reading(Kind.MONEY, _one_of(1_000_000)),
        Unit.PERCENT: Reading(Kind.SHARE),
        Unit.PPM: Reading(Kind.SHARE, _one_of(10_000)),
        Unit.BILLIONTHS: Reading(Kind.SHARE, _one_of(10_000_000)),
        Unit.HUNDREDTHS: Reading(Kind.NUMBER, _one_of(100)),
        Unit.THOUSANDTHS: Reading(Kind.NUMBER, _one_of(1000)),
        Unit.TIMES: Reading(Kind.NUMBER),
        Unit.COUNT: Reading(Kind.NUMBER),
        Unit.CODE: Reading(Kind.NUMBER),
        Unit.MONTHS: Reading(Kind.MONTHS),
        Unit.TIME: Reading(Kind.TIME),
        Unit.HALF_YEARS: Reading(Kind.TIME, Decimal(6)),
        Unit.AGE: Reading(Kind.AGE),
        Unit.AGE_IN_YEARS: Reading(Kind.AGE, Decimal(12)),
        Unit.YEARS: Reading(Kind.YEARS),
        Unit.WEEKS: Reading(Kind.WEEKS),
        Unit.DAYS: Reading(Kind.DAYS),
        Unit.HALF_DAYS: Reading(Kind.DAYS, _one_of(2)),
        Unit.CALENDAR_YEAR: Reading(Kind.CALENDAR_YEAR),
        Unit.MONTH: Reading(Kind.MONTH),
        Unit.DATE: Reading(Kind.DATE),
        Unit.YES_NO: Reading(Kind.YES_NO),
    }
)
