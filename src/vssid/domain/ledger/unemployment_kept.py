"""Months of unemployment insurance that are kept, and those that benefits have used up.

An estimate by Decree 374/2025/NĐ-CP, whenever the benefit was: what a decision itself kept stands in the
decision, which is not on record.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vssid.domain.law.benefits.unemployment.course import kept as kept_by_law
from vssid.domain.law.benefits.unemployment.entitlement import LAW_74
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.parameters import parameter
from vssid.domain.ledger.entry import Fund, Status
from vssid.domain.ledger.months import Ledger
from vssid.domain.values.months import Month

_LAW = Law(LAW_74, parameter)


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
        kept = _after(kept, benefit.months)
    kept += sum(1 for _ in waiting) + (upcoming is not None)
    return KeptMonths(paid=len(paid), received=received, used=len(paid) - kept, kept=kept)


def _after(paid: int, received: int) -> int:
    """Months kept of ``paid`` ones when ``received`` benefit months were drawn on them."""
    left = kept_by_law(
        _LAW,
        months=whole(paid),
        benefit_months_received=whole(received),
        odd_months=whole(0),
        reserved=truth(True),
    )
    return int(left[0])
