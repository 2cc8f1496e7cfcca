"""Whole numbers of the law as a reader says them: with their unit, an age as an age, a code as its word."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_FLOOR, Decimal

from django.utils.translation import gettext as _

from vssid.domain.law.engine.parameter import Parameter, Unit
from vssid.domain.law.units import READINGS, Kind
from vssid.domain.values.months import Month
from vssid.kit import formats
from vssid.kit.formats.numbers import decimal

_A_YEAR = 12


def counted(unit: Unit, value: int | bool) -> str:
    """A whole number as its unit is read."""
    reading = READINGS[unit]
    amount = reading.amount(value)
    match reading.kind:
        case Kind.YES_NO:
            return _("yes") if value else _("no")
        case Kind.MONEY:
            return formats.money(_whole(amount))
        case Kind.SHARE:
            return formats.percent(amount)
        case Kind.MONTHS:
            return formats.months_counted(int(amount))
        case Kind.TIME:
            return _time(int(amount))
        case Kind.AGE:
            return formats.age(int(amount))
        case Kind.YEARS:
            return formats.years_counted(int(amount))
        case Kind.WEEKS:
            return formats.weeks_counted(int(amount))
        case Kind.DAYS:
            return formats.days_counted(amount)
        case Kind.MONTH:
            return formats.month(Month(value))
        case Kind.DATE:
            return formats.day(date.fromordinal(value))
        case Kind.CALENDAR_YEAR:
            return str(value)
        case Kind.NUMBER:
            return decimal(amount)


def valued(about: Parameter, value: int) -> str:
    """A figure of the law in words: its word where it is a code, and otherwise by its unit."""
    word = about.words.get(value)
    return _(word) if word else counted(about.unit, value)


def _time(months: int) -> str:
    """Up to a year in months."""
    return formats.months_counted(months) if months <= _A_YEAR else formats.length_of_time(months)


def _whole(dong: Decimal) -> int:
    """Half a đồng and more is one, as the rules round."""
    return int((dong + Decimal("0.5")).to_integral_value(ROUND_FLOOR))
