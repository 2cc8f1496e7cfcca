"""Worked cases of the voluntary scheme."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from vssid.domain.law.benefits.voluntary.compounding import BILLIONTHS
from vssid.domain.law.benefits.voluntary.formula import (
    contribution,
    missing_time,
    refund,
    refund_of_months,
    supported_months,
    years_ahead,
)
from vssid.domain.law.engine.exact import Whole, at_least, at_most, share, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.regimes import Given, regime
from vssid.domain.law.engine.vocabulary import WrongInput
from vssid.domain.law.shared.voluntary_support import Group, poverty_lines, state_support
from vssid.domain.values.months import Month
from vssid.domain.values.rates import PPM


@regime("voluntary_contribution")
def voluntary_contribution(given: Given) -> Mapping[str, Any]:
    answer: dict[str, Any] = {}
    if "subsidised_from" in given and given.get("continuous", True):
        longest = _law(given).figure("voluntary.supported_months_max")
        answer["last_subsidised_month"] = given["subsidised_from"].plus(longest - 1)
    if "income" not in given and answer:
        return answer
    law = _law(given)
    months = given.get("mode_months", 1)
    _refuse_outside("mode_months", months, 1, _most_months(law))
    support = _support(law, given, given.get("subsidy_group"))
    supported = whole(months)
    if support.any():
        supported = supported_months(
            law, months_paid=whole(months), months_supported_before=whole(_before(given))
        )
    answer["amount"] = contribution(
        law,
        chosen_income=_income(law, given),
        months_paid=whole(months),
        supported_months=supported,
        state_support=support,
    )
    return answer


def _income(law: Law, given: Given) -> Whole:
    """Of a month that is told, counted from the poverty line up to the highest contribution salary."""
    chosen = whole(given["income"])
    if "month" not in given:
        return chosen
    return at_most(at_least(chosen, _line(law, given)), law.figure("caps.bhxh_bhyt_monthly_base_max"))


def _before(given: Given) -> int:
    """Months supported before this payment, where support has gone on since it began."""
    if "subsidised_from" in given and "month" in given and given.get("continuous", True):
        return max(0, int(given["month"]) - int(given["subsidised_from"]))
    return 0


def _most_months(law: Law) -> int:
    return 12 * law.figure("voluntary.years_ahead_max")


@regime("voluntary_subsidy")
def voluntary_subsidy(given: Given) -> Mapping[str, Any]:
    law = _law(given)
    line = _line(law, given)
    support = _support(law, given, given.get("group", "other"))
    own = contribution(
        law, chosen_income=line, months_paid=whole(1), supported_months=whole(1), state_support=support
    )
    return {"subsidy_per_month": share(support, 1, PPM), "participant_pays_at_minimum_income": own}


@regime("voluntary_prepay")
def voluntary_prepay(given: Given) -> Mapping[str, Any]:
    law = _law(given)
    years = given["years"]
    _refuse_outside("years", years, *_years_ahead(law))
    return {
        "amount": years_ahead(
            law,
            chosen_income=whole(given["income"]),
            years_paid=whole(years),
            monthly_yield=_yield(given),
        )
    }


@regime("voluntary_missing_years")
def voluntary_missing_years(given: Given) -> Mapping[str, Any]:
    law = _law(given)
    months = given["months"]
    _refuse_outside("months", months, 0, law.figure("voluntary.missing_months_max"))
    return {
        "amount": missing_time(
            law,
            chosen_income=whole(given["income"]),
            months_paid=whole(months),
            monthly_yield=_yield(given),
        )
    }


@regime("voluntary_refund")
def voluntary_refund(given: Given) -> Mapping[str, Any]:
    law = _law(given)
    remaining = given["remaining_months"]
    support = whole(given.get("state_subsidy") or 0)
    if "years" not in given and "mode_months" in given:
        _refuse_outside("remaining_months", remaining, 0, given["mode_months"])
        return {
            "amount": refund_of_months(
                law,
                chosen_income=whole(given["income"]),
                months_remaining=whole(remaining),
                state_support_paid=support,
            )
        }
    _refuse_outside("years", given["years"], *_years_ahead(law))
    _refuse_outside("remaining_months", remaining, 0, 12 * given["years"])
    return {
        "amount": refund(
            law,
            chosen_income=whole(given["income"]),
            years_paid=whole(given["years"]),
            months_remaining=whole(remaining),
            monthly_yield=_yield(given),
            state_support_paid=support,
        )
    }


def _years_ahead(law: Law) -> tuple[int, int]:
    return law.figure("voluntary.years_ahead_min"), law.figure("voluntary.years_ahead_max")


def _law(given: Given) -> Law:
    """Of the month paid for, else of the day or act asked about."""
    month: Month | None = given.get("month")
    return given.law(month.first_day if month is not None else None)


def _support(law: Law, given: Given, group: str | None) -> Whole:
    day = _day(law)
    code = Group.NOBODY if group is None else Group[group.upper()]
    return state_support(law, support_day=day, support_group=whole(code), poverty_line=_line(law, given))


def _line(law: Law, given: Given) -> Whole:
    said = given.get("rural_poverty_line")
    return poverty_lines(law, _day(law)) if said is None else whole(said)


def _day(law: Law) -> Whole:
    return whole(date.toordinal(law.on))


def _yield(given: Given) -> Whole:
    """Of the year before the payment; the agency publishes it every year, so that no case goes without."""
    said = given["r_monthly"]
    billionths = Fraction(said) * BILLIONTHS
    if billionths.denominator != 1 or not 0 <= billionths < BILLIONTHS:
        raise WrongInput(
            field="r_monthly",
            name="r_monthly",
            value=str(said),
            wanted="a yield of nine places, such as 0.0031",
        )
    return whole(int(billionths))


def _refuse_outside(name: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise WrongInput(field=name, name=name, value=str(value), wanted=f"{least} … {most}")
