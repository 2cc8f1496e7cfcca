"""How much of the average a month: Law 58/2014/QH13 art. 56, Law 41/2024/QH15 art. 66."""

from __future__ import annotations

from datetime import date

from vssid.domain.law.engine.exact import Truth, Whole, at_least, at_most, of_each, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.shared.time import half_years as counted
from vssid.domain.values.problem import marked

LAW_2014, LAW_2024 = date(2016, 1, 1), date(2025, 7, 1)


@rule(
    "pension.uncut",
    marked("Share of the average for the years contributed"),
    gives="uncut_rate",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 56(1), (2)",
)
def uncut(law: Law, *, female: Truth, half_years: Whole) -> Whole:
    """Parts per million, at most 75 %. ``law.on``: the first day of the pension."""
    by_years = of_each(female, lambda: _of(law, "female", half_years), lambda: _of(law, "male", half_years))
    return _capped(law, by_years)


@uncut.since(LAW_2024, article="Law 41/2024/QH15 art. 66(1)")
def _(law: Law, *, female: Truth, half_years: Whole) -> Whole:
    """A man with 15 to 20 years has 40 % and 1 % more for each year above 15."""
    by_years = of_each(female, lambda: _of(law, "female", half_years), lambda: _of_men(law, half_years))
    return _capped(law, by_years)


@rule(
    "pension.cut",
    marked("Cut for retiring early"),
    gives="cut",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 56(3)",
)
def cut(law: Law, *, early_months: Whole) -> Whole:
    """Parts per million for the months short of the age of reference."""
    odd = where(
        early_months % 12 >= law.figure("pension.cut_odd_months_from"),
        law.figure("pension.cut_odd_months"),
        0,
    )
    return early_months // 12 * law.figure("pension.cut_a_year") + odd


cut.restated(LAW_2024, article="Law 41/2024/QH15 art. 66(3)")


@rule(
    "pension.rate",
    marked("Pension as a share of the average"),
    gives="pension_rate",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 56",
)
def rate(law: Law, *, female: Truth, months: Whole, early_months: Whole) -> Whole:
    """Parts per million: the share for the years, at most 75 %, and only then the cut."""
    whole_share = uncut(law, female=female, half_years=counted(law, months=months))
    return at_least(whole_share - cut(law, early_months=early_months), 0)


@rate.since(LAW_2024, article="Law 41/2024/QH15 art. 66")
def _(law: Law, *, female: Truth, months: Whole, early_months: Whole) -> Whole:
    """Fewer than 15 years are enough only with time in a country of a treaty, and are counted apart: art.
    66(4).
    """
    years = counted(law, months=months)
    by_treaty = months < 12 * law.figure("pension.treaty_years_below")
    alone = _steps(law, "treaty_rate_a_year", years)
    whole_share = where(by_treaty, alone, uncut(law, female=female, half_years=years))
    return at_least(whole_share - cut(law, early_months=early_months), 0)


def _of_men(law: Law, half_years: Whole) -> Whole:
    few = half_years < 2 * law.figure("pension.first_years.male")
    below = law.figure("pension.few_years_rate.male") + _steps(
        law, "few_years_step.male", half_years - 2 * law.figure("pension.few_years.male")
    )
    return where(few, below, _of(law, "male", half_years))


def _of(law: Law, sex: str, half_years: Whole) -> Whole:
    over = half_years - 2 * law.figure(f"pension.first_years.{sex}")
    return law.figure("pension.first_rate") + _steps(law, f"step.{sex}", over)


def _steps(law: Law, name: str, half_years: Whole) -> Whole:
    """Every step of the tables is even, so that half a year has a whole number of millionths."""
    return half_years * (law.figure(f"pension.{name}") // 2)


def _capped(law: Law, share: Whole) -> Whole:
    return at_most(share, law.figure("pension_rate.max"))
