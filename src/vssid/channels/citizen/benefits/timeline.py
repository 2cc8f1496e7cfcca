"""Payments as they are told: by year, and a year of monthly payments under one decision as one entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from vssid.apps.benefits.regimes import is_monthly
from vssid.apps.benefits.selectors.history import Payment


@dataclass(frozen=True, slots=True)
class Entry:
    """One or more payments of one regime and year, latest first."""

    payments: tuple[Payment, ...]

    @property
    def newest(self) -> Payment:
        return self.payments[0]

    @property
    def total(self) -> int:
        return total_of(self.payments)


@dataclass(frozen=True, slots=True)
class Year:
    """``year`` is None for payments without any date."""

    year: int | None
    entries: tuple[Entry, ...]

    @property
    def total(self) -> int:
        return sum(entry.total for entry in self.entries)


def years_of(payments: Iterable[Payment]) -> tuple[Year, ...]:
    """``payments`` latest first; the years keep that order."""
    by_year = groupby(payments, key=lambda payment: payment.dated.year if payment.dated else None)
    return tuple(Year(year, _entries(tuple(members))) for year, members in by_year)


def total_of(payments: Iterable[Payment]) -> int:
    """In đồng; an amount not on record counts nothing."""
    return sum(payment.amount or 0 for payment in payments)


def _entries(payments: Sequence[Payment]) -> tuple[Entry, ...]:
    """An entry stands where its latest payment stands."""
    gathered: dict[tuple[str, ...], list[Payment]] = {}
    for payment in payments:
        same = (payment.regime, payment.decision_number) if is_monthly(payment.regime) else (payment.id,)
        gathered.setdefault(same, []).append(payment)
    return tuple(Entry(tuple(members)) for members in gathered.values())
