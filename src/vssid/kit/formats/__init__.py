"""Dates, months, amounts, spells of time and numbers, written as the reader's language writes them.

Pages, letters and messages share this one package. Every function takes the value and, last, a language
code; without one it uses the active language. No line ends between a number and its unit.
"""

from vssid.kit.formats.countries import countries, country
from vssid.kit.formats.days import (
    day,
    day_and_time,
    day_span,
    day_with_weekday,
    known_day,
    month,
    month_span,
    short_month,
    year_span,
)
from vssid.kit.formats.durations import (
    age,
    days_counted,
    length_of_time,
    months_counted,
    weeks_counted,
    years_and_months,
    years_counted,
)
from vssid.kit.formats.identities import grouped
from vssid.kit.formats.numbers import compact_money, integer, money, percent

__all__ = [
    "age",
    "compact_money",
    "countries",
    "country",
    "day",
    "day_and_time",
    "day_span",
    "day_with_weekday",
    "days_counted",
    "grouped",
    "integer",
    "known_day",
    "length_of_time",
    "money",
    "month",
    "month_span",
    "months_counted",
    "percent",
    "short_month",
    "weeks_counted",
    "year_span",
    "years_and_months",
    "years_counted",
]
