"""What an unpaid month means, and who must pay it.

Every live owed row is looked at, also when another employer paid the same month: the debt remains.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vssid.domain.ledger.deadline import days_late, due_date, is_late
from vssid.domain.ledger.entry import COUNTED, FUND_ORDER, Fund, Status
from vssid.domain.ledger.months import Ledger, MonthRun, runs_of
from vssid.domain.values.months import Month


class HealthPart(StrEnum):
    """What is known of the health-insurance part of a month."""

    PAID = "paid"
    UNPAID = "unpaid"
    NOT_ON_RECORD = "not_on_record"
    """No row, or one that neither pays nor owes: nothing may be said about the card."""


@dataclass(frozen=True, slots=True)
class LateMonth:
    """A month one employer has not paid in time.

    ``funds``: the unpaid ones, in display order. ``days_late``: whole days since ``due``, at least 1.
    """

    month: Month
    employer_code: str
    funds: tuple[Fund, ...]
    due: date
    days_late: int
    health: HealthPart

    @property
    def health_paid(self) -> bool:
        """Only then may a page say that the card still works; the card itself must be valid too."""
        return self.health is HealthPart.PAID


@dataclass(frozen=True, slots=True)
class UnpaidTime:
    """Late months of one fund at one employer. ``runs``: the same months as periods, in order."""

    employer_code: str
    fund: Fund
    months: int
    runs: tuple[MonthRun, ...]


def late_months(ledger: Ledger, as_of: date) -> list[LateMonth]:
    """Every month past its deadline on ``as_of``, by month and employer; the oldest first."""
    unpaid: dict[tuple[Month, str], set[Fund]] = {}
    for month, employer_code, fund in _late(ledger, as_of):
        unpaid.setdefault((month, employer_code), set()).add(fund)
    return [
        LateMonth(
            month=month,
            employer_code=employer_code,
            funds=tuple(sorted(funds, key=FUND_ORDER.__getitem__)),
            due=due_date(month),
            days_late=days_late(month, as_of),
            health=health_part(ledger, month),
        )
        for (month, employer_code), funds in sorted(unpaid.items())
    ]


def health_part(ledger: Ledger, month: Month) -> HealthPart:
    """Paid or credited by anybody: paid. Owed, and paid by nobody: unpaid."""
    fact = ledger.by_fund[Fund.BHYT].get(month)
    if fact is None:
        return HealthPart.NOT_ON_RECORD
    if fact.status in COUNTED:
        return HealthPart.PAID
    return HealthPart.UNPAID if fact.status is Status.OWED else HealthPart.NOT_ON_RECORD


def unpaid_by_employer(ledger: Ledger, as_of: date) -> list[UnpaidTime]:
    """The late time of every employer and fund, by employer code and then in display order of funds."""
    unpaid: dict[tuple[str, Fund], set[Month]] = {}
    for month, employer_code, fund in _late(ledger, as_of):
        unpaid.setdefault((employer_code, fund), set()).add(month)
    ordered = sorted(unpaid.items(), key=lambda item: (item[0][0], FUND_ORDER[item[0][1]]))
    return [
        UnpaidTime(employer_code, fund, len(months), tuple(runs_of(months)))
        for (employer_code, fund), months in ordered
    ]


def _late(ledger: Ledger, as_of: date) -> Iterator[tuple[Month, str, Fund]]:
    for spell in ledger.spells:
        if spell.status is Status.OWED:
            for month in spell.each_month():
                if is_late(month, as_of):
                    yield month, spell.employer_code, spell.fund
