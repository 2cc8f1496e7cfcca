"""Unemployment benefit: Law 38/2013 articles 49 to 53, Law 74/2025 articles 38 to 41, Decree 374/2025."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.law.naive import figures

LAW_74 = date(2026, 1, 1)


@dataclass(frozen=True)
class Benefit:
    raw: int
    cap: int
    monthly: int
    months: int
    total: int
    kept: int


def eligible(
    *,
    new_law: bool,
    contract_months: int | None,
    in_last_24: int,
    in_last_36: int,
    lawful: bool = True,
    drawing_pension: bool = False,
    eligible_for_pension: bool = False,
    termination: date | None = None,
    filed: date | None = None,
) -> bool:
    """``contract_months``: None when indefinite. Law 38/2013 article 49, Law 74/2025 article 38."""
    if not lawful or (eligible_for_pension if new_law else drawing_pension):
        return False
    if termination and filed and filed > _three_months_after(termination):
        return False
    shortest = 1 if new_law else 3
    if contract_months is not None and shortest <= contract_months < 12:
        return in_last_36 >= 12
    return in_last_24 >= 12


def _three_months_after(day: date) -> date:
    month = figures.month_after(day.replace(day=1), 3)
    return month.replace(day=min(day.day, monthrange(month.year, month.month)[1]))


def months(paid: int) -> int:
    """Law 38/2013 article 50(2), Law 74/2025 article 39(2)."""
    if paid < 12:
        return 0
    if paid <= 36:
        return 3
    return min(12, 3 + (paid - 36) // 12)


def kept_by_decision(paid: int) -> int:
    """Odd months above 36 that the decision keeps; of those above 144 none: Decree 374/2025 article 8(1)."""
    return (paid - 36) % 12 if 36 < paid < 144 else 0


def cap(*, new_law: bool, termination: date, last_month: date, region: int, state_scale: bool) -> int:
    """Law 38/2013 article 50(1) when the contract ends; Law 74/2025 article 39(1) in the last month paid."""
    if new_law:
        return 5 * figures.minimum_wage(last_month, region)
    if state_scale:
        return 5 * figures.base_salary(termination)
    return 5 * figures.minimum_wage(termination, region)


def benefit(
    *,
    new_law: bool,
    average: Fraction,
    paid: int,
    termination: date,
    last_month: date,
    region: int,
    state_scale: bool = False,
) -> Benefit:
    most = cap(
        new_law=new_law,
        termination=termination,
        last_month=last_month,
        region=region,
        state_scale=state_scale,
    )
    raw = figures.whole_dong(average * 60 / 100)
    monthly = min(raw, most)
    return Benefit(
        raw=raw,
        cap=most,
        monthly=monthly,
        months=months(paid),
        total=monthly * months(paid),
        kept=kept_by_decision(paid),
    )


def kept_after_early_end(
    *, new_law: bool, paid: int, received: int, kept_already: bool, reported: bool
) -> int:
    """Decree 374/2025 article 8(6), with nothing above 144 months as 8(1) has it; before 2026 Decree 28/2015
    article 21(5), without the last term and the 144."""
    if not reported:
        return 0
    left = (min(paid, 144) if new_law else paid) - 12 * received
    if new_law and kept_already:
        left -= kept_by_decision(paid)
    return max(0, left)
