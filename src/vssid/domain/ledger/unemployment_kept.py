"""Months of unemployment insurance that are kept, and those that benefits have used up.

Source: Decree 374/2025/NĐ-CP article 8; 12 paid months stand behind each benefit month, of what is left over
at most 144 are kept. An estimate: what a decision itself kept stands in the decision, which is not on record.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vssid.domain.ledger.entry import Fund, Status
from vssid.domain.ledger.months import Ledger
from vssid.domain.values.months import Month

PAID_BEHIND_ONE = 12
MOST_KEPT = 144


@dataclass(frozen=True, slots=True)
class BenefitTime:
    """One benefit month or a run of them, as paid; both days included."""

    first: date
    last: date

    @property
    def months(self) -> int:
        """Benefit months: each from its first day to the day before the same day of the next month. A part
        of one counts whole."""
        whole = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        return whole + (self.last.day >= self.first.day or whole == 0)


@dataclass(frozen=True, slots=True)
class KeptMonths:
    """Numbers of months: paid in all, benefit months received, paid months these used, still kept."""

    paid: int
    received: int
    used: int
    kept: int


def kept_months(ledger: Ledger, benefits: Iterable[BenefitTime]) -> KeptMonths:
    """Benefits in any order. What was paid before a benefit began is drawn on, the rest comes after it."""
    paid = sorted(fact.month for fact in ledger.facts(Fund.BHTN) if fact.status is Status.PAID)
    kept, received, waiting = 0, 0, iter(paid)
    upcoming = next(waiting, None)
    for benefit in sorted(benefits, key=lambda one: one.first):
        while upcoming is not None and upcoming < Month.containing(benefit.first):
            kept, upcoming = kept + 1, next(waiting, None)
        received += benefit.months
        kept = max(0, min(kept, MOST_KEPT) - PAID_BEHIND_ONE * benefit.months)
    kept += sum(1 for _ in waiting) + (upcoming is not None)
    return KeptMonths(paid=len(paid), received=received, used=len(paid) - kept, kept=kept)
