"""Worked cases of the pension."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from vssid.domain.law.benefits.pension import formula
from vssid.domain.law.benefits.pension.amount import letters_with_floor
from vssid.domain.law.benefits.pension.case_days import born, judged_on
from vssid.domain.law.benefits.pension.eligibility import LAST_OLD_AGES
from vssid.domain.law.benefits.pension.rate import LAW_2014
from vssid.domain.law.engine.exact import at_rate, truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.regimes import Given, regime
from vssid.domain.law.engine.vocabulary import MissingInput, first_and_last
from vssid.domain.law.shared.averages import known
from vssid.domain.values.months import Month, months_between
from vssid.domain.values.rates import PPM

LOWERED = {
    "hazardous": "hazardous",
    "area": "hazardous",
    "armed_forces": "armed_forces",
    "armed_forces_hazardous": "armed_forces_hazardous",
}
"""The parameter of what lowers the age, by condition."""


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


@regime("women_2018_2021_top_up")
def women_2018_2021_top_up(given: Given) -> Mapping[str, Any]:
    """``pension``: of a woman, in its first month and after the floor, without what is told here."""
    law = given.law(given["pension_from"].first_day)
    share = formula.supplement(law, female=truth(True), months=whole(given["contribution_months"]))
    more = at_rate(whole(given["pension"]), share)
    return {"rate": Fraction(share.item(), PPM), "top_up": more, "amount": more + given["pension"]}


@regime("retirement_age")
def retirement_age(given: Given) -> Mapping[str, Any]:
    law, female = given.law(), truth(given["sex"] == "female")
    birth = whole(int(given["birth_month"]))
    conditions = given.get("conditions", "normal")
    if conditions == "coal":
        reached = formula.coal_month(law, female=female, birth_month=birth)
    else:
        lowered = LOWERED.get(conditions)
        below = whole(law.figure(f"pension.lower_years.{lowered}") if lowered else 0)
        reached = formula.retirement_month(law, female=female, birth_month=birth, years_below=below)
    return {
        "age": list(divmod((reached - birth).item(), 12)),
        "pension_from": Month(reached.item() + 1),
    }


@regime("pension_eligibility")
def pension_eligibility(given: Given) -> Mapping[str, Any]:
    """Whoever has 20 voluntary years before 2036 joined that scheme before 2021."""
    voluntary = whole(given.get("voluntary_months", 0))
    found = formula.eligible(
        given.law(_asked_on(given)),
        female=truth(given["sex"] == "female"),
        age_months=whole(12 * given["age_years"]),
        months_compulsory=whole(given.get("compulsory_months", 12 * given.get("contribution_years", 0))),
        months_voluntary=voluntary,
        months_hazardous=whole(given.get("hazardous_or_area_months", 0)),
        commune_woman=truth(given.get("commune_part_time", False)),
        voluntary_before_2021=voluntary > 0,
    )
    return {name: bool(value.item()) for name, value in found._asdict().items()}


def _asked_on(given: Given) -> date:
    """Whoever left work before 2016 is judged by the law since; examples without a day have 2016's ages."""
    if "left_work" in given:
        left: Month = given["left_work"]
        return max(left.last_day, LAW_2014)
    return given.as_of or (date(2026, 1, 1) if given.new_act else date(2016, 12, 31))


@regime("pension_start")
def pension_start(given: Given) -> Mapping[str, Any]:
    paid_in = given.get("missing_months_paid_in")
    law = given.law(paid_in.first_day if paid_in else None)
    answer: dict[str, Any] = {}
    months = _months(given)
    begins: list[int] = []
    if months is not None:
        reduced = truth(_impaired(law, given))
        missing = formula.missing_months(law, months_compulsory=whole(months), reduced_capacity=reduced)
        answer["may_top_up_months"] = missing.item()
    if "birth" in given or "birth_month" in given:
        age_met = _age_met(law, given)
        answer["age_condition_met_on"] = age_met
        reached = whole(int(Month.containing(age_met)) - 1)
        counted = whole(240 if months is None else months + answer["may_top_up_months"])
        begins.append(formula.begins(law, reached_month=reached, months=counted).item())
    if "assessment_date" in given:
        begins.append(int(Month.containing(given["assessment_date"])) + 1)
    if begins:
        answer["condition_met_on"] = Month(max(begins)).first_day
    if paid_in:
        begins.append(formula.after_payment(law, payment_month=whole(int(paid_in))).item())
    if begins and (paid_in or _enough(law, given, months)):
        answer["pension_from"] = Month(max(begins))
    return answer


def _months(given: Given) -> int | None:
    if "contribution_months" in given:
        return int(given["contribution_months"])
    return 12 * int(given["contribution_years"]) if "contribution_years" in given else None


def _enough(law: Law, given: Given, months: int | None) -> bool:
    """Years for a pension; true where the case does not say how many there are."""
    years = "pension.impaired_years" if _impaired(law, given) else "pension_min_years.compulsory"
    return months is None or months >= 12 * law.figure(years)


def _impaired(law: Law, given: Given) -> bool:
    return bool((given.get("impairment_percent") or 0) >= law.figure("pension.impaired_from"))


def _age_met(law: Law, given: Given) -> date:
    """The first of the month after the age; until 2020 of a year alone the first of January after it."""
    day, precision = born(given)
    birth = Month.containing(day)
    if "age_years" in given:
        reached = birth.plus(12 * given["age_years"])
    else:
        female, months = truth(given["sex"] == "female"), whole(int(birth))
        if _impaired(law, given):
            percent = whole(given["impairment_percent"])
            found = formula.impaired_month(law, female=female, birth_month=months, impairment_percent=percent)
        else:
            found = formula.retirement_month(law, female=female, birth_month=months, years_below=whole(0))
        reached = Month(found.item())
    if precision == "year" and reached.year <= LAST_OLD_AGES.year:
        return date(reached.year + 1, 1, 1)
    return reached.plus(1).first_day


@regime("voluntary_pension_start")
def voluntary_pension_start(given: Given) -> Mapping[str, Any]:
    """Missing time is paid for at once when the age is reached; the pension begins the month after. Months
    paid ahead that follow the age count beside the years told for it: Decision 595/QĐ-BHXH example 2.
    """
    ages = [given[name] for name in ("age_60_in", "age_55_in") if name in given]
    if not ages:
        return _missing_at_2017_04(given)
    payments = [given[name] for name in ("pays_missing_months_in", "pays_missing_years_in") if name in given]
    last = max(ages + payments)
    law = given.law(last.first_day)
    have = given.get("months_at_2017_04", 12 * given.get("years_then", 0))
    lacking = max(0, 12 * law.figure("pension_min_years.voluntary") - have)
    ahead = _paid_ahead(given, max(ages))
    missing = max(0, lacking - len(ahead))
    answer: dict[str, Any] = {"missing_months": missing, "missing_years": Fraction(missing, 12)}
    if lacking and not missing:
        last = max(last, ahead[lacking - 1])
    if payments or not missing:
        months = whole(have + missing)
        answer["pension_from"] = Month(
            formula.begins(law, reached_month=whole(int(last)), months=months).item()
        )
    return answer


_PAID_LATER = frozenset({"prepaid", "pays_missing_months_in", "pays_missing_years_in"})


def _missing_at_2017_04(given: Given) -> Mapping[str, Any]:
    """What the months told for April 2017 lack; the age is needed for what was paid later."""
    if "months_at_2017_04" not in given or _PAID_LATER & set(given):
        raise MissingInput(field="age_60_in", regime=given.regime, name="age_60_in")
    law = given.law(Month.of(2017, 4).first_day)
    missing = max(0, 12 * law.figure("pension_min_years.voluntary") - given["months_at_2017_04"])
    return {"missing_months": missing, "missing_years": Fraction(missing, 12)}


def _paid_ahead(given: Given, age_met: Month) -> list[Month]:
    """The months from the first to the last of ``prepaid`` that come after the age."""
    if "prepaid" not in given:
        return []
    first, last = first_and_last("prepaid", given["prepaid"])
    return list(months_between(Month(max(first, age_met + 1)), last))
