"""Worked cases of the withdrawal and of the support taken off it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np

from vssid.domain.law.benefits.withdrawal.formula import (
    THOUSANDTHS,
    after_state_support,
    amount,
    contributed,
    months_of_average,
    most_below_a_year,
)
from vssid.domain.law.benefits.withdrawal.subsidy import state_subsidy
from vssid.domain.law.engine.exact import Whole, share, truth, where, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.regimes import FIRST_DAY, Given, regime
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput, first_and_last, read_value
from vssid.domain.law.shared.averages import HUNDREDTHS, Average, average, known, of_average
from vssid.domain.law.shared.career_lines import Lines, paid_totals, totals
from vssid.domain.law.shared.case_periods import lines_of, split_at
from vssid.domain.law.shared.voluntary_support import Group, poverty_lines
from vssid.domain.values.months import Month, months_between
from vssid.domain.values.rates import PPM

FROM_2014 = Month.of(2014, 1)


@regime("lump_sum")
def lump_sum(given: Given) -> Mapping[str, Any]:
    law = _law(given)
    lines = lines_of(given["periods"]) if "periods" in given else None
    before, after = _months(given, lines)
    due = months_of_average(law, months_before_2014=whole(before), months_from_2014=whole(after))
    answer: dict[str, Any] = {
        "months": before + after,
        "years_pre2014": Fraction(int(due.half_years_before_2014[0]), 2),
        "years_from2014": Fraction(int(due.half_years_from_2014[0]), 2),
    }
    if before + after >= law.figure("withdrawal.whole_year"):
        answer["months_of_average"] = Fraction(int(due.months_of_average[0]), THOUSANDTHS)
    elif lines is None and "average" in given:
        answer["months_of_average"] = _months_below_a_year(law, before + after)
    if lines is None and "average" not in given:
        return answer
    mean, paid, adjusted = _wages(given, law, lines, before + after)
    own = contributed(law, paid_total=paid, adjusted_total=adjusted)
    due_now = after_state_support(
        law,
        withdrawal=_gross(law, mean, before, after, own),
        state_subsidy=whole(given.get("state_subsidy") or 0),
        gravely_ill=truth(bool(given.get("gravely_ill"))),
    )
    # What a circulated example makes of it, which cuts the average down to whole đồng first; no step of ours.
    cut = mean.average_total // (mean.average_months * HUNDREDTHS)
    by_cut = _gross(replace(law, trace=None), known(cut), before, after, own)
    return answer | {
        "adjusted_total": share(adjusted, 1, HUNDREDTHS),
        "contributed": own,
        "cap": most_below_a_year(law, mean),
        "amount": due_now,
        "average_truncated": cut,
        "amount_with_truncated_average": by_cut,
        "amount_full_precision": due_now,
    }


def _months_below_a_year(law: Law, months: int) -> Fraction:
    """What was contributed in months of the average that all were paid on, two at most."""
    paid_in = Fraction(months * law.figure("withdrawal.contributed_rate"), PPM)
    return min(paid_in, Fraction(law.figure("withdrawal.most_below_a_year")))


def _gross(law: Law, mean: Average, before: int, after: int, own: Whole) -> Whole:
    return amount(
        law,
        average_total=mean.average_total,
        average_months=mean.average_months,
        months_before_2014=whole(before),
        months_from_2014=whole(after),
        contributed=own,
    )


def _wages(given: Given, law: Law, lines: Lines | None, months: int) -> tuple[Average, Whole, Whole]:
    """The average, the wages as paid on and as adjusted; from the average alone where no wages are given."""
    said = _said(given["average"]) if "average" in given else None
    if lines is None:
        mean = said or _said(given["average"])
        adjusted = of_average(mean, HUNDREDTHS * months)
        return mean, adjusted, adjusted
    joined = whole(given["joined"]) if "joined" in given else None
    added = totals(_law_of_coefficients(given, law), lines, people=1, joined=joined)
    adjusted = added.employer_total + added.state_total + added.voluntary_total
    paid = paid_totals(law, lines, people=1)
    return said or average(law, **added._asdict()), paid, adjusted


def _said(dong: int | Fraction) -> Average:
    """An average that the case gives."""
    exact = Fraction(dong)
    return Average(whole(exact.numerator * HUNDREDTHS), whole(exact.denominator))


def _months(given: Given, lines: Lines | None) -> tuple[int, int]:
    if "months_pre2014" in given or "months_from2014" in given:
        return given.get("months_pre2014") or 0, given.get("months_from2014") or 0
    if lines is None:
        raise MissingInput(
            field="periods", regime="lump_sum", name="periods, or months_pre2014 and months_from2014"
        )
    return split_at(lines, FROM_2014)


def _law(given: Given) -> Law:
    """Of the day of the decision, which fixes coefficients and base salary: Law 41/2024/QH15 art. 70(5)."""
    decision = given.get("decision")
    if decision is None:
        if given.as_of or not given.act:
            return given.law(given.as_of or _day_in(given.get("coefficients_year"), new=True))
        return given.law(_day_in(given.get("coefficients_year"), new=given.new_act))
    return given.law(decision.first_day if isinstance(decision, Month) else decision)


def _day_in(year: int | None, *, new: bool) -> date | None:
    """A day of the year on which the act that is cited was in force."""
    if year is None:
        return None
    return max(date(year, 12, 31), FIRST_DAY["2024"]) if new else min(date(year, 1, 1), date(2025, 6, 30))


def _law_of_coefficients(given: Given, law: Law) -> Law:
    year = given.get("coefficients_year")
    return law if year in {None, law.on.year} else law.at(date(year, 1, 1))


@regime("lump_sum_subsidy")
def lump_sum_subsidy(given: Given) -> Mapping[str, Any]:
    spells = sorted(given["months"], key=lambda spell: spell["start"])
    months = [
        (month, Group[spell.get("group", "other").upper()])
        for spell in spells
        for month in months_between(*first_and_last("months", [spell["start"], spell["end"]]))
    ]
    days = np.array([month.first_day.toordinal() for month, _ in months], np.int64)
    law = given.law(date.fromordinal(int(days.max()))) if len(days) else given.law()
    added = state_subsidy(
        law,
        person=np.zeros(len(days), np.int64),
        support_day=days,
        support_group=np.array([group for _, group in months], np.int64),
        poverty_line=_lines(given.get("rural_poverty_line"), law, days),
    )
    return {"state_subsidy": int(added.sum())}


def _lines(said: int | Mapping[Any, int] | None, law: Law, days: Whole) -> Whole:
    """One line for all months, one from each month or year on; where the case has none, that of the law."""
    if not said:
        return poverty_lines(law, days)
    if isinstance(said, int):
        return np.full(len(days), said, np.int64)
    since = sorted(
        (_since(key), read_value(f"rural_poverty_line.{key}", "int", line)) for key, line in said.items()
    )
    places = np.searchsorted([day for day, _ in since], days, side="right") - 1
    named = np.array([line for _, line in since], np.int64)[places]
    return where(places < 0, poverty_lines(law, days), named)


def _since(key: Any) -> int:
    """The day from which a line holds: a year, a month or a day, or 0 for ``until 2021-12``."""
    text = str(key).strip()
    if re.match(r"(until|to|before|up to|<|-)", text):
        return 0
    found = re.search(r"(\d{4})(?:-(\d{2})(?!\d)(?:-(\d{2}))?)?", text)
    if found is None:
        raise WrongInput(
            field="rural_poverty_line",
            name="rural_poverty_line",
            value=repr(key),
            wanted="a month, such as 2022-01",
        )
    year, month, day = (int(part) if part else 1 for part in found.groups())
    return date(year, month, day).toordinal()
