"""Worked cases of the monthly allowance."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from vssid.domain.law.benefits.monthly_allowance.formula import allowance
from vssid.domain.law.engine.exact import whole
from vssid.domain.law.engine.regimes import FIRST_DAY, Given, regime
from vssid.domain.law.engine.vocabulary import WrongInput
from vssid.domain.law.shared.averages import HUNDREDTHS
from vssid.domain.law.shared.time import half_years


@regime("monthly_allowance_art23")
def monthly_allowance_art23(given: Given) -> Mapping[str, Any]:
    law = given.law(None if given.as_of or given.act else FIRST_DAY["2024"])
    years = half_years(law, months=whole(given["contribution_months"]))
    answer: dict[str, Any] = {"years": Fraction(int(years[0]), 2)}
    gap = given.get("months_until_social_pension")
    if gap == 0:
        raise WrongInput(
            field="months_until_social_pension",
            name="months_until_social_pension",
            value="0",
            wanted="1 or more: at the age of the social pension this allowance has ended",
        )
    if "average" not in given:
        return answer
    average = Fraction(given["average"])
    social = given.get("social_pension")
    if social == 0:
        raise WrongInput(
            field="social_pension", name="social_pension", value="0", wanted="its amount a month, from 1"
        )
    due = allowance(
        law,
        average_total=whole(average.numerator * HUNDREDTHS),
        average_months=whole(average.denominator),
        half_years=years,
        months_until_social_pension=whole(1 if gap is None else gap),
        social_pension=whole(law.figure("social_pension.amount") if social is None else social),
    )
    answer["months"] = due.allowance_months
    if gap is None:
        return answer
    return answer | {
        "monthly": due.monthly_allowance,
        "may_pay_once_for_gap": due.once_for_gap,
    }
