"""Decree 115/2015/NĐ-CP art. 21, Law 41/2024/QH15 art. 141(3)."""

from __future__ import annotations

from datetime import date

from vssid.domain.law.engine.exact import Whole, share
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked
from vssid.domain.values.rates import PPM

_THOUSANDTHS = 1000


@rule(
    "regional_allowance.lump_sum",
    marked("Sum paid once for the regional allowance"),
    gives="regional_allowance",
    since=date(2016, 1, 1),
    article="Decree 115/2015/NĐ-CP art. 21",
)
def lump_sum(law: Law, *, coefficient_months: Whole, base_salary: Whole) -> Whole:
    """đồng. ``coefficient_months``: each coefficient of a month before 2007, in thousandths, added up.

    ``base_salary``: of the month in which the pension or lump sum begins.
    """
    return share(base_salary, coefficient_months * law.figure("regional_allowance.share"), PPM * _THOUSANDTHS)


lump_sum.restated(date(2025, 7, 1), article="Law 41/2024/QH15 art. 141(3)")
