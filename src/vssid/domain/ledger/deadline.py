"""Whether an employer is late with a month. By when it must pay is a rule of the law; the record does not say
who pays by cycles of three or six months, so that everybody is taken to pay by the month.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TypeVar

from vssid.domain.law.benefits.contribution.payment import deadline
from vssid.domain.law.engine.exact import whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.parameters import parameter
from vssid.domain.ledger.entry import Spell, Status
from vssid.domain.ledger.fold import Span
from vssid.domain.values.months import Month, months_between

Row = TypeVar("Row", Spell, Span)

_BY_THE_MONTH = 1


@cache
def due_date(month: Month) -> date:
    """The last day on which the contribution of ``month`` is in time."""
    law = Law(month.first_day, parameter)
    last = deadline(law, contribution_month=whole(month), cycle_months=whole(_BY_THE_MONTH))
    return date.fromordinal(int(last[0]))


def days_late(month: Month, as_of: date) -> int:
    """Whole days since the deadline: 0 on the deadline and before it, 1 on the day after."""
    return max(0, (as_of - due_date(month)).days)


def is_late(month: Month, as_of: date) -> bool:
    """Whether an unpaid ``month`` is past its deadline on ``as_of``."""
    return as_of > due_date(month)


def parted_at_deadline(row: Row, as_of: date) -> tuple[Row, ...]:
    """An owed row as its late months and its months not yet due, each if there are any; others as they are.

    What is shown as late must be late in each of its months.
    """
    if row.status is not Status.OWED:
        return (row,)
    late = sum(is_late(month, as_of) for month in months_between(row.first, row.last))
    if late in {0, row.months}:
        return (row,)
    return replace(row, last=row.first.plus(late - 1)), replace(row, first=row.first.plus(late))
