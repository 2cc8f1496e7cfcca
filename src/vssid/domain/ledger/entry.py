"""The row of the ledger: one posted spell of contribution, and the words it is written in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from vssid.domain.values.dong import Dong
from vssid.domain.values.months import Month, months_between


class Fund(StrEnum):
    """The four funds, in the order in which they are always shown."""

    BHXH = "bhxh"
    """Social insurance: pension, survivors, sickness, maternity."""
    BHYT = "bhyt"
    """Health insurance."""
    BHTN = "bhtn"
    """Unemployment insurance."""
    TNLD = "tnld"
    """Occupational accidents and diseases."""


class Status(StrEnum):
    PAID = "paid"
    OWED = "owed"
    DEFERRED = "deferred"
    """Suspended by law, to be paid later without interest: covered, not paid."""
    CREDITED = "credited"
    """Counted without payment, as maternity leave."""
    EXEMPT = "exempt"
    """Covered abroad by treaty: neither owed nor a gap."""


class Scale(StrEnum):
    """By which pay scale the salary was set; VOLUNTARY: the person insured themselves."""

    STATE = "state"
    EMPLOYER = "employer"
    VOLUNTARY = "voluntary"


COUNTED = frozenset({Status.PAID, Status.CREDITED})
"""The statuses whose months count towards benefits."""

FUND_ORDER = {fund: place for place, fund in enumerate(Fund)}
STATUS_ORDER = {status: place for place, status in enumerate(Status)}


@dataclass(frozen=True, slots=True)
class Spell:
    """Equal months of one person in one fund at one employer, ``first`` and ``last`` included.

    ``seq``: number of the row within the person's ledger, rising with time of posting.
    ``salary``: monthly contribution salary in đồng; ``allowances``: the part of it that is allowances.
    ``coefficient_milli``: State-scale coefficient in thousandths. Rates: parts per million.
    ``reversal_of``: ``seq`` of the row this one cancels (see :mod:`.corrections`). None: unknown or none.
    """

    seq: int
    fund: Fund
    first: Month
    last: Month
    status: Status
    employer_code: str = ""
    job_title: str = ""
    workplace: str = ""
    group_letter: str = ""
    scale: Scale | None = None
    salary: Dong | None = None
    coefficient_milli: int | None = None
    allowances: Dong | None = None
    rate_employee_ppm: int | None = None
    rate_employer_ppm: int | None = None
    reversal_of: int | None = None

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a spell cannot end in {self.last}, before it begins in {self.first}")

    @property
    def months(self) -> int:
        return self.last - self.first + 1

    def each_month(self) -> Iterator[Month]:
        return months_between(self.first, self.last)
