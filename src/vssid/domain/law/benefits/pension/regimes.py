"""Worked cases of the pension."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from vssid.domain.law.benefits.pension import formula
from vssid.domain.law.benefits.pension.reading import born, first_of_next, judged_on, letters_with_floor
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.regimes import Given, regime
from vssid.domain.law.engine.vocabulary import MissingInput
from vssid.domain.law.shared.averages import known
from vssid.domain.values.months import Month
from vssid.domain.values.rates import PPM

YEARS_BELOW = {"normal": "", "hazardous": "hazardous", "area": "hazardous", "coal": "coal"}


@regime("pension_rate")
def pension_rate(given: Given) -> Mapping[str, Any]:
    law = given.law(judged_on(given))
    months, female = whole(given["contribution_months"]), truth(given["sex"] == "female")
    share = formula.rate(
        law, female=female, months=months, early_months=whole(given.get("early_months") or 0)
    )
    over = formula.years_over(law, female=female, months_until_age=months, months_after_age=whole(0))
    return {
        "pension_rate": Fraction(share.item(), PPM),
        "retirement_lump_sum_years": Fraction(over.half_years_over.item(), 2),
        "retirement_lump_sum_months_of_average": Fraction(formula.months_of_average(law, over).item(), 200),
    }


@regime("retirement_lump_sum")
def retirement_lump_sum(given: Given) -> Mapping[str, Any]:
    law, female = given.law(judged_on(given)), truth(given["sex"] == "female")
    until = whole(given.get("months_until_retirement_age", given.get("contribution_months", 0)))
    after = whole(given.get("months_after_retirement_age", 0))
    if not (until + after).item():
        raise MissingInput(field="contribution_months", regime=given.regime, name="contribution_months")
    over = formula.years_over(law, female=female, months_until_age=until, months_after_age=after)
    before, later = over.half_years_over.item(), over.half_years_over_after_age.item()
    answer: dict[str, Any] = {
        "years_over": Fraction(before + later, 2),
        "years_over_before_age": Fraction(before, 2),
        "years_over_after_age": Fraction(later, 2),
    }
    if "average" in given:
        mean = known(whole(given["average"]))
        answer["amount"] = formula.lump_sum(
            law, female=female, months_until_age=until, months_after_age=after, **mean._asdict()
        )
    return answer


@regime("pension_minimum")
def pension_minimum(given: Given) -> Mapping[str, Any]:
    begins = given.get("pension_from")
    law = given.law(begins.first_day if begins else None)
    months = whole(given["compulsory_months"])
    joined = whole(int(given.get("joined", Month.of(2000, 1))))
    floored = formula.has_floor(
        law, letters=truth(letters_with_floor(law.on, given.get("group", "a"))), joined=joined
    )
    found = formula.pension(
        law,
        female=truth(given["sex"] == "female"),
        months=months,
        months_compulsory=months,
        early_months=whole(0),
        **known(whole(given["average"]))._asdict(),
        floored=floored,
    )
    return {"computed": found.computed, "pension": found.pension}


@regime("retirement_age")
def retirement_age(given: Given) -> Mapping[str, Any]:
    female, birth = truth(given["sex"] == "female"), whole(int(given["birth_month"]))
    law = given.law()
    kind = YEARS_BELOW[given.get("conditions", "normal")]
    below = whole(law.figure(f"pension.lower_years.{kind}") if kind else 0)
    reached = formula.retirement_month(law, female=female, birth_month=birth, years_below=below)
    age = (reached - birth).item()
    return {"age": [age // 12, age % 12], "pension_from": Month(reached.item() + 1)}


@regime("pension_eligibility")
def pension_eligibility(given: Given) -> Mapping[str, Any]:
    left = given.get("left_work")
    law = given.law(left.last_day if left else given.as_of or _default_day(given))
    found = formula.eligible(
        law,
        female=truth(given["sex"] == "female"),
        age_months=whole(12 * given["age_years"]),
        months_compulsory=whole(given.get("compulsory_months", 12 * given.get("contribution_years", 0))),
        months_voluntary=whole(given.get("voluntary_months", 0)),
        months_hazardous=whole(given.get("hazardous_or_area_months", 0)),
        commune_woman=truth(given.get("commune_part_time", False)),
    )
    return {name: bool(value.item()) for name, value in found._asdict().items()}


def _default_day(given: Given) -> date:
    """The examples of Circular 59/2015 have the ages of before 2021."""
    return date(2026, 1, 1) if given.new_act else date(2016, 12, 31)


@regime("pension_start")
def pension_start(given: Given) -> Mapping[str, Any]:
    answer: dict[str, Any] = {}
    female = given.get("sex") == "female"
    met: list[date] = []
    if "age_years" in given and ("birth" in given or "birth_month" in given):
        reached = _age_reached(given)
        answer["age_condition_met_on"] = reached
        met.append(reached)
    if "assessment_date" in given:
        met.append(first_of_next(given["assessment_date"]))
    if met:
        answer["condition_met_on"] = max(met)
        answer["pension_from"] = Month.containing(max(met))
    months = given.get("contribution_months", 12 * given.get("contribution_years", 0))
    paid_in = given.get("missing_months_paid_in")
    law = given.law(paid_in.first_day if paid_in else given.as_of)
    answer["may_top_up_months"] = formula.missing_months(law, months_compulsory=whole(months))
    if paid_in:
        answer["pension_from"] = Month(formula.after_payment(law, payment_month=whole(int(paid_in))).item())
    elif not met and "birth_month" in given:
        reached_in = formula.retirement_month(
            law, female=truth(female), birth_month=whole(int(given["birth_month"])), years_below=whole(0)
        )
        answer["pension_from"] = Month(reached_in.item() + 1)
    return answer


def _age_reached(given: Given) -> date:
    """The first of the month after the age; of a year alone the first of January after it."""
    day, precision = born(given)
    if precision == "year":
        return date(day.year + given["age_years"] + 1, 1, 1)
    return first_of_next(date(day.year + given["age_years"], day.month, 1))


@regime("voluntary_pension_start")
def voluntary_pension_start(given: Given) -> Mapping[str, Any]:
    """Time missing to twenty years is paid for at once when the age is reached; the pension begins
    the month after.
    """
    age_in = given.get("age_60_in") or given.get("age_55_in")
    law = given.law((age_in or Month.of(2017, 1)).first_day)
    needed = 12 * law.figure("pension_min_years.voluntary")
    have = given.get("months_at_2017_04", 12 * given.get("years_then", 0))
    missing = max(0, needed - have)
    paid_in = given.get("pays_missing_months_in") or given.get("pays_missing_years_in")
    begins = [month for month in (age_in, paid_in) if month]
    if not begins:
        raise MissingInput(field="age_60_in", regime=given.regime, name="age_60_in")
    return {
        "missing_months": missing,
        "missing_years": Fraction(missing, 12),
        "pension_from": Month(max(begins) + 1),
    }
