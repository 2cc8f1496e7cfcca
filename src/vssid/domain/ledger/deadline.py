"""By when an employer must pay a month.

Until June 2025 the last day of the month itself; from July 2025 the last day of the following month
(Law 41/2024/QH15 article 34, Law 51/2024/QH15). Cycles of three and six months are not modelled.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeVar

from vssid.domain.ledger.entry import Spell, Status
from vssid.domain.ledger.fold import Span
from vssid.domain.values.months import Month, months_between

Row = TypeVar("Row", Spell, Span)

FIRST_MONTH_OF_NEXT_MONTH_RULE = Month.of(2025, 7)


def due_date(month: Month) -> date:
    """The last day on which the contribution of ``month`` is in time."""
    return (month.plus(1) if month >= FIRST_MONTH_OF_NEXT_MONTH_RULE else month).last_day


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
