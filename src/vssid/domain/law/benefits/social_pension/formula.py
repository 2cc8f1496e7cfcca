"""Law 41/2024/QH15 art. 21 and 22, Decree 176/2025/NĐ-CP."""

from __future__ import annotations

from datetime import date

from vssid.domain.law.engine.exact import Truth, Whole, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked


@rule(
    "social_pension.amount",
    marked("Social pension a month"),
    gives="social_pension",
    since=date(2025, 7, 1),
    article="Law 41/2024/QH15 art. 21",
)
def amount(law: Law, *, age: Whole, poor: Truth, other_pension: Whole, requested: Truth) -> Whole:
    """đồng a month; 0 when it is not due. ``age`` in full years, ``other_pension`` what is received already.

    Whoever receives less than the social pension from elsewhere receives the social pension: art. 21(1)(b).
    """
    whole = law.figure("social_pension.amount")
    least = where(poor, law.figure("social_pension.age_poor_or_near_poor"), law.figure("social_pension.age"))
    return where((age >= least) & requested & (other_pension < whole), whole, 0)
