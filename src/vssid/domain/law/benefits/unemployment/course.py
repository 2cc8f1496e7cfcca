"""From the file to the end of a benefit: Law 38/2013/QH13 art. 50 to 53; Law 74/2025/QH15 art. 39 to 41."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from vssid.domain.law.benefits.unemployment.entitlement import LAW_38, LAW_74
from vssid.domain.law.benefits.unemployment.reasons import Reason
from vssid.domain.law.engine.exact import Truth, Whole, at_least, at_most, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked

_SATURDAY = 5
CALENDAR_DAYS = 60
"""Within so many days lie sixteen working ones, whatever is a holiday."""


@rule(
    "unemployment.start",
    marked("First day of the benefit"),
    gives="benefit_starts_on",
    since=LAW_38,
    article="Law 38/2013/QH13 art. 50(3)",
)
def start(law: Law, *, filed_on: Whole, days_off: Whole, weekend_days_worked: Whole) -> Whole:
    """The day of the file is not counted. The days off and worked are of the calendar, the same for all."""
    calendar = np.arange(filed_on.min(), filed_on.max() + CALENDAR_DAYS, dtype=np.int64)
    weekday = (calendar - 1) % 7 < _SATURDAY
    working = calendar[(weekday & ~np.isin(calendar, days_off)) | np.isin(calendar, weekend_days_worked)]
    behind = np.searchsorted(working, filed_on, side="right")
    found: Whole = working[behind + law.figure("unemployment.first_working_day") - 1]
    return found


# Files of 2025 still undecided on 1 January 2026 come under this law: art. 55(4).
start.restated(LAW_74, article="Law 74/2025/QH15 art. 39(3); Decree 374/2025/NĐ-CP")


class Course(NamedTuple):
    """``month_paid`` and ``card_valid`` have a column for each benefit month."""

    month_paid: Truth
    card_valid: Truth
    ended_after: Whole
    unemployment_total: Whole


@rule(
    "unemployment.course",
    marked("Which months are paid when reports are missed"),
    since=LAW_38,
    article="Law 38/2013/QH13 art. 51 to 53",
)
def course(law: Law, *, benefit_months: Whole, unemployment_benefit: Whole, report_missed: Truth) -> Course:
    """A month without a report is lost, and the card stands still with it."""
    missed, ended_after = _ended(law, benefit_months, report_missed)
    paid = _until(report_missed, ended_after) & ~missed
    return Course(paid, paid, ended_after, np.sum(paid, axis=-1) * unemployment_benefit)


@course.since(LAW_74, article="Law 74/2025/QH15 art. 40 and 41")
def _(law: Law, *, benefit_months: Whole, unemployment_benefit: Whole, report_missed: Truth) -> Course:
    """The card stays valid in a month that is lost."""
    missed, ended_after = _ended(law, benefit_months, report_missed)
    live = _until(report_missed, ended_after)
    paid = live & ~missed
    return Course(paid, live, ended_after, np.sum(paid, axis=-1) * unemployment_benefit)


def _until(months: Truth, last: Whole) -> Truth:
    """By person and benefit month: whether the month is not after ``last``."""
    numbers = np.arange(1, months.shape[-1] + 1)
    there: Truth = numbers <= last[..., None]
    return there


def _ended(law: Law, benefit_months: Whole, report_missed: Truth) -> tuple[Truth, Whole]:
    """The misses of months that are due, and the last month: the one of the third miss in a row, or all."""
    in_a_row = law.figure("unemployment.misses_that_end")
    missed = report_missed & _until(report_missed, benefit_months)
    ends = np.all(np.lib.stride_tricks.sliding_window_view(missed, in_a_row, axis=-1), axis=-1)
    early: Truth = np.any(ends, axis=-1)
    return missed, where(early, np.argmax(ends, axis=-1) + in_a_row, benefit_months)


_KEEPING = (
    Reason.NEW_JOB,
    Reason.MILITARY_SERVICE,
    Reason.STUDY,
    Reason.COMPULSORY_SCHOOLING,
    Reason.MISSING,
    Reason.DETENTION,
)


@rule(
    "unemployment.reserved",
    marked("Whether months that were not used are kept"),
    gives="reserved",
    since=LAW_38,
    article="Law 38/2013/QH13 art. 53(4); Decree 28/2015/NĐ-CP art. 21",
)
def reserved(law: Law, *, end_reason: Whole, end_reported: Truth) -> Truth:
    return _reserved(end_reason, end_reported, _KEEPING)


@reserved.since(LAW_74, article="Law 74/2025/QH15 art. 41; Decree 374/2025/NĐ-CP art. 8")
def _(law: Law, *, end_reason: Whole, end_reported: Truth) -> Truth:
    """Now also who gives the benefit up by a request."""
    return _reserved(end_reason, end_reported, (*_KEEPING, Reason.OWN_REQUEST))


def _reserved(reason: Whole, reported: Truth, keeping: tuple[Reason, ...]) -> Truth:
    """A decision that was cancelled used nothing; every other reason has to be reported."""
    kept: Truth = (np.isin(reason, keeping) & reported) | (reason == Reason.CANCELLED)
    return kept


@rule(
    "unemployment.kept",
    marked("Months contributed that are kept for another time"),
    gives="kept_months",
    since=LAW_38,
    article="Decree 28/2015/NĐ-CP art. 21(5)",
)
def kept(
    law: Law, *, months: Whole, benefit_months_received: Whole, odd_months: Whole, reserved: Truth
) -> Whole:
    """All that was contributed without twelve for each month received."""
    used = law.figure("unemployment.months_behind_one") * benefit_months_received
    return where(reserved, at_least(months - used, 0), 0)


@kept.since(LAW_74, article="Decree 374/2025/NĐ-CP art. 8(1) and 8(6)")
def _(
    law: Law, *, months: Whole, benefit_months_received: Whole, odd_months: Whole, reserved: Truth
) -> Whole:
    """Without what lies above 144, and without the odd months that the decision has kept already."""
    used = law.figure("unemployment.months_behind_one") * benefit_months_received
    counted = at_most(months, law.figure("unemployment.most_kept"))
    return where(reserved, at_least(counted - used - odd_months, 0), 0)
