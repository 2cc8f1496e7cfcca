"""Worked cases of late payment."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from vssid.domain.law.benefits.late_payment.formula import (
    by_day,
    by_month,
    days,
    months,
    overdue_amount,
    rate_a_month,
)
from vssid.domain.law.engine.exact import Whole, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.regimes import FIRST_DAY, LAST_DAY, Given, regime
from vssid.domain.law.engine.vocabulary import WrongInput
from vssid.domain.values.rates import PPM, text

OWED = ("principal", "debt", "si_debt", "total_due_to_end_feb")


@regime("late_payment")
def late_payment(given: Given) -> Mapping[str, Any]:
    return _by_day(given) if _is_by_day(given) else _by_month(given)


def _is_by_day(given: Given) -> bool:
    if "regime" in given:
        return str(given["regime"]).startswith("since")
    if given.act in {"2014", "2024"}:
        return given.new_act
    if "paid" in given:
        return bool(given["paid"] >= FIRST_DAY["2024"])
    return bool(given.as_of and given.as_of >= FIRST_DAY["2024"])


def _by_day(given: Given) -> Mapping[str, Any]:
    law = given.law(max(given["paid"], FIRST_DAY["2024"]))
    late = days(law, deadline=_day(given, "deadline"), paid_on=_day(given, "paid"))
    owed = whole(given["principal"] if "principal" in given else given["debt"])
    charged = by_day(law, overdue=owed, late_days=late)
    return {"days": late, "interest": charged, "total": charged}


def _by_month(given: Given) -> Mapping[str, Any]:
    law = given.law(min(given.get("paid", LAST_DAY["2014"]), LAST_DAY["2014"]))
    if "hi_debt" in given or ("si_debt" in given and "months" not in given):
        return _both_funds(given, law)
    owed = next(given[name] for name in OWED if _may(given, name))
    overdue = _overdue(law, owed, given.get("not_yet_overdue", sum(given.get("current_cycle", []))))
    if "months" in given:
        rates = whole(
            sum(_ppm(f"months[{n}]", row["rate"]) * row["n"] for n, row in enumerate(given["months"], 1))
        )
        charged = by_month(law, overdue=overdue, rate_of_the_months=rates)
        return {"interest": charged, "total": charged}
    rate = _rate(law, given, "monthly_rate", "annual_rate", "annual_yield", "hi_annual")
    answer: dict[str, Any] = {"k_month": text(int(rate[0]))}
    count = whole(1)
    if "deadline" in given:
        count = months(law, deadline=_day(given, "deadline"), paid_on=_day(given, "paid"))
        answer["days"] = max(0, (given["paid"] - given["deadline"]).days)
    charged = by_month(law, overdue=overdue, rate_of_the_months=rate * count)
    return {**answer, "interest": charged, "total": charged}


def _may(given: Given, name: str) -> bool:
    """The last name of what may be owed is asked for, so that the refusal names a key."""
    return name in given or name == OWED[-1]


def _both_funds(given: Given, law: Law) -> Mapping[str, Any]:
    """The months of a running cycle are those of social insurance."""
    answer: dict[str, Whole] = {}
    not_yet = {"si": sum(given.get("current_cycle", [])), "hi": 0}
    for fund, rates in (("si", ("annual_yield", "annual_rate")), ("hi", ("hi_annual", "annual_rate"))):
        if f"{fund}_debt" in given:
            due = given.get(f"{fund}_current_month", not_yet[fund])
            overdue = _overdue(law, given[f"{fund}_debt"], due)
            rate = _rate(law, given, *rates, "monthly_rate")
            answer[f"{fund}_interest"] = by_month(law, overdue=overdue, rate_of_the_months=rate)
    total = sum(answer.values())
    return {**answer, "interest": total, "total": total}


def _overdue(law: Law, owed: int, not_yet: int) -> Whole:
    return overdue_amount(law, owed_in_all=whole(owed), not_yet_overdue=whole(not_yet))


def _rate(law: Law, given: Given, *names: str) -> Whole:
    """Of the first key given: a rate a month as it is, a yield by the rule."""
    name = next((name for name in names if name in given), names[0])
    ppm = whole(_ppm(name, given[name]))
    return ppm if name == "monthly_rate" else rate_a_month(law, yield_of_a_year=ppm)


def _ppm(name: str, rate: Fraction | str) -> int:
    """Parts per million: four decimals of a per cent, which is what late payment is computed with."""
    try:
        share = Fraction(rate)
    except (ValueError, ZeroDivisionError):
        share = Fraction(-1)
    if not 0 <= share <= 1:
        said = rate if isinstance(rate, str) else float(rate)
        wanted = "a rate between 0 and 1, such as 0.065 for 6.5 %"
        raise WrongInput(field=name, name=name, value=repr(said), wanted=wanted)
    return int(share * PPM + Fraction(1, 2))


def _day(given: Given, name: str) -> Whole:
    return whole(given[name].toordinal())
