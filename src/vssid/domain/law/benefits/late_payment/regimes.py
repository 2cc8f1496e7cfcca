"""Worked cases of late payment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
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
from vssid.domain.law.engine.regimes import FIRST_DAY, LAST_DAY, Given, cited, regime
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput
from vssid.domain.values.rates import PPM, text

OWED = ("principal", "debt", "si_debt", "total_due_to_end_feb")
RATES = ("monthly_rate", "annual_rate", "annual_yield", "hi_annual")
_ACTS = {"2014": False, "2024": True}
_TIMES = {"since": True, "from": True, "2016": False, "until": False, "before": False}
"""Whether the days are charged, by the act a case names or by the word its time begins with."""


@regime("late_payment")
def late_payment(given: Given) -> Mapping[str, Any]:
    return _by_day(given) if _is_by_day(given) else _by_month(given)


def _is_by_day(given: Given) -> bool:
    if "regime" in given:
        return _called_by_day(given)
    if given.act in {"2014", "2024"}:
        return given.new_act
    if "paid" in given:
        return bool(given["paid"] >= FIRST_DAY["2024"])
    return bool(given.as_of and given.as_of >= FIRST_DAY["2024"])


def _called_by_day(given: Given) -> bool:
    """``2024`` is the act, but a year too: of what was paid before the act it tells nothing."""
    said: str = given["regime"].strip().casefold()
    by_time = (by_day for word, by_day in _TIMES.items() if said.startswith(word))
    found = _ACTS.get(cited(said), next(by_time, None))
    if found is None or (said == "2024" and given.get("paid", date.max) < FIRST_DAY["2024"]):
        wanted = "2016-2025-06 or since-2025-07"
        raise WrongInput(field="regime", name="regime", value=repr(given["regime"]), wanted=wanted)
    return found


def _by_day(given: Given) -> Mapping[str, Any]:
    law = given.law(max(given["paid"], FIRST_DAY["2024"]))
    late = days(law, deadline=_day(given, "deadline"), paid_on=_day(given, "paid"))
    owed = next((given[name] for name in ("principal", "debt") if name in given), None)
    if owed is None:
        return {"days": late, **_charged(_lacking(given, "debt"))}
    return {"days": late, **_charged(by_day(law, overdue=whole(owed), late_days=late))}


def _charged(charged: Whole | MissingInput) -> dict[str, Whole | MissingInput]:
    return {"interest": charged, "total": charged}


def _lacking(given: Given, name: str) -> MissingInput:
    return MissingInput(field=name, regime=given.regime, name=name)


def _by_month(given: Given) -> Mapping[str, Any]:
    law = given.law(min(given.get("paid", LAST_DAY["2014"]), LAST_DAY["2014"]))
    if "hi_debt" in given or ("si_debt" in given and "months" not in given):
        return _both_funds(given, law)
    if not any(name in given for name in OWED):
        return _without_debt(given, law)
    owed = next(given[name] for name in OWED if name in given)
    overdue = _overdue(law, owed, given.get("not_yet_overdue", sum(given.get("current_cycle", []))))
    if "months" in given:
        rates = whole(
            sum(_ppm(f"months[{n}]", row["rate"]) * row["n"] for n, row in enumerate(given["months"], 1))
        )
        return _charged(by_month(law, overdue=overdue, rate_of_the_months=rates))
    if not any(name in given for name in RATES) and "deadline" in given:
        lacking = _lacking(given, RATES[0])
        return {"k_month": lacking, "days": _days_late(given), **_charged(lacking)}
    rate = _rate(law, given, *RATES)
    answer: dict[str, Any] = {"k_month": text(int(rate[0]))}
    count = whole(1)
    if "deadline" in given:
        count = months(law, deadline=_day(given, "deadline"), paid_on=_day(given, "paid"))
        answer["days"] = _days_late(given)
    return {**answer, **_charged(by_month(law, overdue=overdue, rate_of_the_months=rate * count))}


def _without_debt(given: Given, law: Law) -> Mapping[str, Any]:
    """The rate of a month and the days alone; raises MissingInput where there is neither."""
    answer: dict[str, Any] = {}
    if any(name in given for name in RATES):
        answer["k_month"] = text(int(_rate(law, given, *RATES)[0]))
    if {"deadline", "paid"} <= given.keys():
        answer["days"] = _days_late(given)
    lacking = _lacking(given, OWED[-1])
    if not answer:
        raise lacking
    return {**answer, **_charged(lacking)}


def _days_late(given: Given) -> int:
    return max(0, int((given["paid"] - given["deadline"]).days))


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
