"""Worked cases of work accidents and occupational diseases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vssid.domain.law.benefits.occupational.formula import attendance, death, lump_sum, monthly
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.regimes import Given, regime


@regime("occupational")
def occupational(given: Given) -> Mapping[str, Any]:
    """Without a year paid the first term alone counts, and so it does when the case tells none."""
    answer: dict[str, Any] = {}
    if "death" in given:
        law = given.law(given["death"].first_day)
        answer["death_lump_sum"] = death(law, work_death=truth(True))
        if "impairment" not in given:
            return answer
    month = given["month"] if "month" in given else given.get("death")
    law = given.law(month.first_day if month is not None else None)
    impairment = whole(given["impairment"])
    condition = truth(given.get("attendance_condition", False))
    answer["attendance"] = attendance(law, impairment=impairment, attendance_condition=condition)
    by_month = given["impairment"] >= law.figure("occupational.monthly_from")
    parts = (monthly if by_month else lump_sum)(
        law,
        impairment=impairment,
        years_contributed=whole(given.get("years", 1)),
        wage=whole(given.get("wage", 0)),
    )
    answer["by_impairment"] = parts.by_impairment
    if "wage" in given or given["impairment"] < law.figure("occupational.lump_from"):
        answer["by_years"] = parts.by_years
        answer["monthly" if by_month else "amount"] = parts.accident_pay
    return answer
