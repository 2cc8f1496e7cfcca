"""Months, days, days known in part, and moments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

import polars as pl

from vssid.domain.values import partial_date
from vssid.domain.values.months import Month
from vssid.domain.values.problem import Problem, marked
from vssid.kit.clock import VIETNAM

FIRST_YEAR, LAST_YEAR = 1800, 2199
_MONTH = r"^[0-9]{4}-(?:0[1-9]|1[0-2])$"
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


class MonthFormat(Problem):
    code = "month_format"
    sentence = marked("“%(entered)s” is not a month. Write year and month, such as 2026-09.")


class DayFormat(Problem):
    code = "day_format"
    sentence = marked("“%(entered)s” is not a day of the calendar. Write it as 2026-09-30.")


class MomentFormat(Problem):
    code = "moment_format"
    sentence = marked("“%(entered)s” is not a date or a date with a time. Write it as 2026-09-30T08:15.")


class YearRange(Problem):
    code = "year_range"
    sentence = marked("The year must be from %(first)s to %(last)s. You entered %(entered)s.")


@dataclass(frozen=True, slots=True)
class MonthText:
    """``YYYY-MM``, kept as ``year * 12 + month - 1``."""

    dtype = pl.Int32()

    def quick(self, text: pl.Expr) -> pl.Expr:
        usual = pl.when(text.str.contains(_MONTH)).then(text)
        year = usual.str.slice(0, 4).cast(pl.Int32, strict=False)
        month = usual.str.slice(5, 2).cast(pl.Int32, strict=False)
        return pl.when(year.is_between(FIRST_YEAR, LAST_YEAR)).then(year * 12 + month - 1)

    def slow(self, text: str) -> int:
        try:
            month = Month.parse(text)
        except ValueError as error:
            raise MonthFormat(entered=text) from error
        _refuse_year(month.year)
        return int(month)


@dataclass(frozen=True, slots=True)
class Day:
    """``YYYY-MM-DD``."""

    dtype = pl.Date()

    def quick(self, text: pl.Expr) -> pl.Expr:
        usual = pl.when(text.str.contains(_DAY)).then(text)
        day = usual.str.to_date("%Y-%m-%d", strict=False)
        return pl.when(day.dt.year().is_between(FIRST_YEAR, LAST_YEAR)).then(day)

    def slow(self, text: str) -> date:
        if not re.fullmatch(_DAY, text):
            raise DayFormat(entered=text)
        try:
            day = date.fromisoformat(text)
        except ValueError as error:
            raise DayFormat(entered=text) from error
        _refuse_year(day.year)
        return day


@dataclass(frozen=True, slots=True)
class PartialDay:
    """A year, year and month, or day; kept as ISO text of what is known."""

    dtype = pl.String()

    def quick(self, text: pl.Expr) -> pl.Expr:
        whole = pl.when(text.str.contains(r"^(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$")).then(text)
        exists = whole.str.to_date("%Y-%m-%d", strict=False).is_not_null()
        in_part = text.str.contains(r"^(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2]))?$")
        return pl.when(exists | in_part).then(text)

    def slow(self, text: str) -> str:
        return str(partial_date.parse(text))


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a day with a time; without a zone it is Vietnamese time. Kept in UTC, without zone."""

    dtype = pl.Datetime("us")

    def quick(self, text: pl.Expr) -> pl.Expr:
        usual = pl.when(text.str.contains(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$"))
        local = usual.then(text).str.to_datetime("%Y-%m-%dT%H:%M:%S", strict=False, time_unit="us")
        # Vietnamese time has been UTC+7 since 1975-06-13; what is older goes the slow way
        settled = pl.when(local.dt.year().is_between(1976, LAST_YEAR)).then(local)
        return settled - pl.duration(hours=7)

    def slow(self, text: str) -> datetime:
        try:
            moment = datetime.fromisoformat(text) if text.isascii() else None
        except ValueError:
            moment = None
        if moment is None:
            raise MomentFormat(entered=text)
        _refuse_year(moment.year)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)
        return aware.astimezone(UTC).replace(tzinfo=None)


def _refuse_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise YearRange(first=FIRST_YEAR, last=LAST_YEAR, entered=year)
