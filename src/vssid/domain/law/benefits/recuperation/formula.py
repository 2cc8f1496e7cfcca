"""Law 58/2014/QH13 art. 29 and 41; Law 41/2024/QH15 art. 46 and 60; Law 84/2015/QH13 art. 54."""

from __future__ import annotations

from datetime import date

from vssid.domain.law.engine.exact import Truth, Whole, at_least, at_most, choose, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked

LAW_2014, LAW_2024 = date(2016, 1, 1), date(2025, 7, 1)
LAW_OF_SAFETY = date(2016, 7, 1)


@rule(
    "recuperation.after_sickness",
    marked("Longest recuperation after sickness"),
    gives="rest_limit",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 29(2)",
)
def after_sickness(law: Law, *, long_illness: Truth, operated: Truth) -> Whole:
    operation, other = law.figure("recuperation.days_sick_surgery"), law.figure("recuperation.days_sick")
    return where(
        long_illness, law.figure("recuperation.days_long_illness"), where(operated, operation, other)
    )


after_sickness.restated(LAW_2024, article="Law 41/2024/QH15 art. 46(2)")


@rule(
    "recuperation.after_birth",
    marked("Longest recuperation after maternity"),
    gives="rest_limit",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 41(2)",
)
def after_birth(law: Law, *, several_children: Truth, operated: Truth, returned_early: Truth) -> Whole:
    return _after_birth(law, several_children, operated)


@after_birth.since(LAW_2024, article="Law 41/2024/QH15 art. 60(2) and (4)")
def _(law: Law, *, several_children: Truth, operated: Truth, returned_early: Truth) -> Whole:
    """Nothing for a mother who came back to work before her leave ended: art. 60(4)."""
    return where(returned_early, 0, _after_birth(law, several_children, operated))


def _after_birth(law: Law, several: Truth, operated: Truth) -> Whole:
    return choose(
        [
            (several, law.figure("recuperation.days_multiple_birth")),
            (operated, law.figure("recuperation.days_birth_surgery")),
        ],
        law.figure("recuperation.days_birth"),
    )


@rule(
    "recuperation.after_accident",
    marked("Longest recuperation after a work accident"),
    gives="rest_limit",
    since=LAW_OF_SAFETY,
    article="Law 84/2015/QH13 art. 54(2)",
)
def after_accident(law: Law, *, impairment: Whole) -> Whole:
    """None below 15 %."""
    return law.brackets("recuperation.days_work_accident", impairment)


@rule(
    "recuperation.last_start",
    marked("Last day on which recuperation may begin"),
    gives="rest_last_start",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 29(1)",
)
def last_start(law: Law, *, back_at_work: Whole) -> Whole:
    """``back_at_work``: the first day after the leave, which counts as the first of thirty."""
    return back_at_work + law.figure("recuperation.window_days") - 1


# Thirty days from the end of the leave: the same days, for work begins on the next.
last_start.restated(LAW_2024, article="Law 41/2024/QH15 art. 46(1)")


@rule(
    "recuperation.days",
    marked("Days of recuperation that are paid"),
    gives="rest_days",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 29(2) and 41(2)",
)
def days(law: Law, *, rest_asked: Whole, rest_limit: Whole, rest_used: Whole, in_time: Truth) -> Whole:
    """Rest days of the week count as well. ``rest_used``: paid already in the same year."""
    return where(in_time, at_most(rest_asked, at_least(rest_limit - rest_used, 0)), 0)


days.restated(LAW_2024, article="Law 41/2024/QH15 art. 46(2) and 60(2)")


@rule(
    "recuperation.pay",
    marked("Pay for recuperation"),
    gives="rest_pay",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 29(3) and 41(3)",
)
def pay(law: Law, *, rest_days: Whole) -> Whole:
    return rest_days * law.figure("recuperation.day")


pay.restated(LAW_2024, article="Law 41/2024/QH15 art. 46(3) and 60(3)")


@rule(
    "recuperation.pay_after_accident",
    marked("Pay for recuperation after a work accident"),
    gives="rest_pay",
    since=LAW_OF_SAFETY,
    article="Law 84/2015/QH13 art. 54(3)",
)
def pay_after_accident(law: Law, *, rest_days: Whole) -> Whole:
    """By the base salary, also since the other days follow the reference level."""
    return rest_days * law.figure("occupational.recuperation_day")
