"""Law 25/2008/QH12 art. 16 as amended by Law 46/2014/QH13 and Law 51/2024/QH15."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vssid.domain.law.engine.exact import Truth, Whole, at_least, at_most, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.shared.days import last_day, months_later
from vssid.domain.law.shared.years import new_year, year_of
from vssid.domain.values.problem import marked

LAW_46 = date(2015, 1, 1)
LAW_51 = date(2025, 7, 1)


class Start(NamedTuple):
    """``waiting``: whether the card begins only some days after it was paid."""

    waiting: Truth
    valid_from: Whole


@rule(
    "health_card.start",
    marked("First day of a card"),
    since=LAW_46,
    article="Law 25/2008/QH12 art. 16(3), as amended by Law 46/2014/QH13",
)
def start(
    law: Law, *, pays_alone: Truth, first_time: Truth, fully_paid_on: Whole, insured_until: Whole
) -> Start:
    """Days as ordinals. ``pays_alone``: households and supported groups, who may have to wait; everybody else
    is insured from payment. ``insured_until``: the last day of the card before; of who had none it does not
    count.

    A break counts by the part of it that lies in one financial year, the calendar year.
    """
    least = law.figure("health_card.break_months")
    first_without = insured_until + 1
    end_of_first_year = at_most(fully_paid_on, new_year(year_of(first_without) + 1))
    start_of_last_year = at_least(first_without, new_year(year_of(fully_paid_on)))
    long_break = (
        (months_later(first_without, least) <= end_of_first_year)
        | (months_later(start_of_last_year, least) <= fully_paid_on)
        | (year_of(fully_paid_on) - year_of(first_without) > 1)
    )
    return _started(law, pays_alone & (first_time | long_break), fully_paid_on, insured_until, first_time)


@start.since(LAW_51, article="Law 51/2024/QH15 art. 16(3)(c)")
def _(law: Law, *, pays_alone: Truth, first_time: Truth, fully_paid_on: Whole, insured_until: Whole) -> Start:
    days_without = fully_paid_on - insured_until - 1
    long_break = days_without >= law.figure("health_card.break_days")
    return _started(law, pays_alone & (first_time | long_break), fully_paid_on, insured_until, first_time)


def _started(
    law: Law, waiting: Truth, fully_paid_on: Whole, insured_until: Whole, first_time: Truth
) -> Start:
    """A card renewed in time goes on from the day after the one before."""
    at_once = where(first_time, fully_paid_on, at_least(fully_paid_on, insured_until + 1))
    return Start(waiting, where(waiting, fully_paid_on + law.figure("health_card.waiting_days"), at_once))


@rule(
    "health_card.child_end",
    marked("Last day of a small child's card"),
    gives="child_card_until",
    since=LAW_46,
    article="Law 25/2008/QH12 art. 16(3), as amended by Law 46/2014/QH13",
)
def child_end(law: Law, *, child_born_on: Whole) -> Whole:
    """The day the child is 72 months old; where that is before school begins, 30 September of that year."""
    old_enough = months_later(child_born_on, law.figure("health_card.child_months"))
    school_begins = last_day(year_of(old_enough) * 12 + law.figure("health_card.child_last_month") - 1)
    return at_least(old_enough, school_begins)


child_end.restated(LAW_51, article="Law 51/2024/QH15 art. 16")
