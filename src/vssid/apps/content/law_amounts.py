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
_MOST_MONTHS_OF_A_FIGURE = 60
"""Acts say up to five years in months (``đủ 60 tháng``), longer times in years."""

_AGES = frozenset(
    (
        "age", "age_months", "child_age", "even_age", "normal_age", "relative_age", "until_age",
        "health_card.child_months", "pension.coal_age",
        "pension.impaired_age.female", "pension.impaired_age.male",
        "pension.severely_impaired_age.female", "pension.severely_impaired_age.male",
        "retirement_age.female", "retirement_age.male",
        "social_pension.age", "social_pension.age_poor_or_near_poor",
        "survivors.age_men", "survivors.age_women", "survivors.age_without_choice", "survivors.child_age",
    )
)  # fmt: skip
"""Quantities and figures that tell how old somebody is."""

_IN_MONTHS = frozenset(
    (
        "benefit_months", "benefit_months_received", "contract_months", "cycle_months", "gap", "kept_months",
        "last_wage_months", "late_months", "leave_months", "missing_months", "months_after", "months_at_once",
        "months_covered", "months_in_last_24", "months_in_last_36", "months_paid", "months_received",
        "months_remaining", "more_months", "odd_months", "paid_in_all", "paid_in_two_years", "paid_in_window",
        "pension_months_received", "sick_months", "voluntary_in_window", "unemployment.most_kept",
    )
)  # fmt: skip
"""What the acts count in months however many there are; other lengths are told in years and months."""

_IN_YEARS = frozenset(("average.last_months_of_state_scale",))


def counted(unit: Unit, value: int | bool, name: str = "") -> str:
    """A whole number as its unit is read; ``name``: of the quantity or figure, by which an age is one."""
    reading = READINGS[unit]
    amount = reading.amount(value)
    match reading.kind:
        case Kind.YES_NO:
            return _("yes") if value else _("no")
        case Kind.MONEY:
            return formats.money(_whole(amount))
        case Kind.SHARE:
            return formats.percent(amount)
        case Kind.LENGTH:
            return _length(int(amount), name)
        case Kind.YEARS:
            years = int(amount)
            return formats.age(_A_YEAR * years) if name in _AGES else formats.years_counted(years)
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
    return _(word) if word else counted(about.unit, value, about.name)


def _length(months: int, name: str) -> str:
    if name in _AGES:
        return formats.age(months)
    most = _MOST_MONTHS_OF_A_FIGURE if "." in name else _A_YEAR
    if name in _IN_MONTHS or (months <= most and name not in _IN_YEARS):
        return formats.months_counted(months)
    return formats.length_of_time(months)


def _whole(dong: Decimal) -> int:
    """Half a đồng and more is one, as the rules round."""
    return int((dong + Decimal("0.5")).to_integral_value(ROUND_FLOOR))
