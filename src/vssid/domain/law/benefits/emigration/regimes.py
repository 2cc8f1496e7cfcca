"""Worked cases of settling abroad."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from vssid.domain.law.benefits.emigration.formula import THOUSANDTHS, of_other_benefit, of_pension
from vssid.domain.law.engine.exact import Whole, whole
from vssid.domain.law.engine.regimes import Given, regime
from vssid.domain.law.engine.vocabulary import WrongInput
from vssid.domain.law.shared.time import split_2014

PENSION = "pension"


@regime("emigration_lump_sum")
def emigration_lump_sum(given: Given) -> Mapping[str, Any]:
    law = given.law()
    if given.get("benefit", PENSION) != PENSION:
        monthly = whole(given["monthly"])
        return {
            "amount": of_other_benefit(law, monthly_benefit=monthly),
            "months": law.figure("emigration.other_benefits"),
        }
    before, after = _half_years(given, law)
    settled = of_pension(
        law,
        half_years_before_2014=before,
        half_years_from_2014=after,
        months_received=whole(given.get("months_paid") or 0),
        pension_paid_now=whole(given["pension"] if "pension" in given else given["monthly"]),
    )
    return {
        "months": Fraction(int(settled.months_of_pension[0]), THOUSANDTHS),
        "amount": settled.emigration_amount,
    }


def _half_years(given: Given, law: Any) -> tuple[Whole, Whole]:
    if "months_pre2014" in given or "months_from2014" in given:
        split = split_2014(
            law,
            months_before_2014=whole(given.get("months_pre2014") or 0),
            months_from_2014=whole(given.get("months_from2014") or 0),
        )
        return split.half_years_before_2014, split.half_years_from_2014
    return _halves(given, "years_pre2014"), _halves(given, "years_from2014")


def _halves(given: Given, name: str) -> Whole:
    """Years in whole and half ones; 0 where the case has none."""
    doubled = Fraction(given.get(name) or 0) * 2
    if doubled.denominator != 1 or doubled < 0:
        raise WrongInput(field=name, name=name, value=str(given[name]), wanted="years in halves, such as 6.5")
    return whole(int(doubled))
