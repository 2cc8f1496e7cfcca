"""How long: months of one fund counted by what became of them, and totals in years and months."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from vssid.domain.ledger.entry import Fund, Status
from vssid.domain.ledger.months import Ledger
from vssid.domain.values.months import Month


class YearsMonths(NamedTuple):
    """A length of insurance: whole years and the months left over, 0 to 11."""

    years: int
    months: int


def years_months(months: int) -> YearsMonths:
    return YearsMonths(*divmod(months, 12))


@dataclass(frozen=True, slots=True)
class Totals:
    """Numbers of months of one fund, each month once.

    ``counted`` = paid + credited is what counts towards benefits. Deferred months are covered, not
    paid, and count only once paid; exempt months count in the other country; ``gap``: months between
    ``first`` and ``last`` that no row covers. ``first`` and ``last`` are None when there is no row.
    """

    fund: Fund
    paid: int
    credited: int
    owed: int
    deferred: int
    exempt: int
    gap: int
    first: Month | None
    last: Month | None

    @property
    def counted(self) -> int:
        return self.paid + self.credited

    @property
    def covered(self) -> int:
        """Months any row covers: all but the gaps."""
        return self.counted + self.owed + self.deferred + self.exempt

    @property
    def length(self) -> YearsMonths:
        """The counted months as years and months."""
        return years_months(self.counted)


def totals(ledger: Ledger, fund: Fund) -> Totals:
    facts = ledger.facts(fund)
    by_status = Counter(fact.status for fact in facts)
    return Totals(
        fund=fund,
        paid=by_status[Status.PAID],
        credited=by_status[Status.CREDITED],
        owed=by_status[Status.OWED],
        deferred=by_status[Status.DEFERRED],
        exempt=by_status[Status.EXEMPT],
        gap=sum(gap.months for gap in ledger.gaps(fund)),
        first=facts[0].month if facts else None,
        last=facts[-1].month if facts else None,
    )
