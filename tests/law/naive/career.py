"""What a person has paid, month by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tests.law.naive import figures


class Paid(NamedTuple):
    """One month. ``amount`` is dong, of a State-scale month hundredths of the wage coefficient."""

    month: date
    scale: str
    """state, employer, voluntary"""
    amount: int
    work: str = "normal"
    """normal, hazardous (or a most difficult area), extremely hazardous, coal (underground)"""
    subsidy: str | None = None
    """of a voluntary month: poor, near_poor, ethnic_minority, other"""

    @property
    def compulsory(self) -> bool:
        return self.scale != "voluntary"

    @property
    def hundredths_of_dong(self) -> int:
        """The wage as it was in the month."""
        return self.amount * (figures.base_salary(self.month) if self.scale == "state" else 100)


@dataclass(frozen=True)
class Career:
    sex: str
    born: date
    group: str
    """The letter of article 2(1) of Law 41/2024: a, b, c, d, dd, e, g, h, i, k, l, m, n."""
    paid: tuple[Paid, ...]
    impairment: int = 0
    commune: bool = False
    """A woman who is a member of a commune's staff: Law 58/2014 article 54(3)."""

    def months(self, *scales: str) -> int:
        return sum(1 for paid in self.paid if paid.scale in scales)

    @property
    def compulsory_months(self) -> int:
        return self.months("state", "employer")

    @property
    def voluntary_months(self) -> int:
        return self.months("voluntary")

    @property
    def joined(self) -> date | None:
        """The first month of compulsory insurance with any employer."""
        return next((paid.month for paid in self.paid if paid.compulsory), None)

    @property
    def joined_voluntary(self) -> date | None:
        return next((paid.month for paid in self.paid if not paid.compulsory), None)

    def worked(self, *works: str) -> int:
        return sum(1 for paid in self.paid if paid.compulsory and paid.work in works)
