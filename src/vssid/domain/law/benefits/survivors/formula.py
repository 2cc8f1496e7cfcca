"""Who receives what at a death: Law 58/2014/QH13 art. 66 to 69; Law 41/2024/QH15 art. 85 to 88."""

from __future__ import annotations

from datetime import date

import numpy as np

from vssid.domain.law.engine.exact import Truth, Whole, share, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked
from vssid.domain.values.rates import PPM

LAW_2014, LAW_2024 = date(2016, 1, 1), date(2025, 7, 1)


@rule(
    "survivors.funeral_due",
    marked("The funeral grant is due"),
    gives="funeral_due",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 66(1) and 80(1)",
)
def funeral_due(
    law: Law, *, months_compulsory: Whole, months_voluntary: Whole, work_death: Truth, pensioner: Truth
) -> Truth:
    return _funeral_due(law, months_compulsory, months_voluntary) | work_death | pensioner


funeral_due.restated(LAW_2024, article="Law 41/2024/QH15 art. 85(1) and 109(1)")


def _funeral_due(law: Law, compulsory: Whole, voluntary: Whole) -> Truth:
    enough: Truth = compulsory >= law.figure("survivors.funeral_months")
    return enough | (compulsory + voluntary >= law.figure("survivors.funeral_months_with_voluntary"))


@rule(
    "survivors.funeral",
    marked("Funeral grant"),
    gives="funeral_grant",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 66(2)",
)
def funeral(law: Law, *, funeral_due: Truth) -> Whole:
    """By the figure of the month of death."""
    return where(funeral_due, law.figure("survivors.funeral"), 0)


funeral.restated(LAW_2024, article="Law 41/2024/QH15 art. 85(2)")


@rule(
    "survivors.monthly_due",
    marked("Relatives may receive monthly benefits"),
    gives="monthly_due",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 67(1)",
)
def monthly_due(law: Law, *, months_compulsory: Whole, work_death: Truth, pensioner: Truth) -> Truth:
    """Fifteen full years of the compulsory scheme; voluntary months do not count."""
    return _monthly_due(law, months_compulsory) | work_death | pensioner


monthly_due.restated(LAW_2024, article="Law 41/2024/QH15 art. 86(1)")


def _monthly_due(law: Law, months: Whole) -> Truth:
    due: Truth = months >= law.figure("survivors.monthly_months")
    return due


@rule(
    "survivors.relative",
    marked("The relative meets the conditions"),
    gives="relative_qualifies",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 67(2) and (3)",
)
def relative(
    law: Law,
    *,
    is_child: Truth,
    female: Truth,
    relative_age: Whole,
    relative_impairment: Whole,
    own_income: Whole,
) -> Truth:
    """``relative_age``: full years. ``own_income``: đồng a month, which of a child is not asked."""
    old = where(female, law.figure("survivors.age_women"), law.figure("survivors.age_men"))
    return _relative(
        law, is_child, relative_age, old, relative_impairment, own_income < law.figure("base_salary")
    )


@relative.since(LAW_2024, article="Law 41/2024/QH15 art. 86(2) and (3)")
def _(
    law: Law,
    *,
    is_child: Truth,
    female: Truth,
    relative_age: Whole,
    relative_impairment: Whole,
    own_income: Whole,
) -> Truth:
    """The normal retirement age of the year of death."""
    old = where(female, law.figure("retirement_age.female"), law.figure("retirement_age.male"))
    poor = own_income < law.figure("reference_level")
    return _relative(law, is_child, relative_age, old, relative_impairment, poor)


def _relative(law: Law, is_child: Truth, age: Whole, old: Whole, impairment: Whole, poor: Truth) -> Truth:
    impaired = impairment >= law.figure("survivors.impaired_from")
    young = age < law.figure("survivors.child_age")
    return (is_child & (young | impaired)) | (~is_child & poor & ((12 * age >= old) | impaired))


@rule(
    "survivors.rates",
    marked("Share of each relative"),
    gives="survivor_rate",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 68",
)
def rates(law: Law, *, relative_qualifies: Truth, without_carer: Truth, deaths: Whole) -> Whole:
    """Parts per million of the base salary, for the relatives of one death in a row; the first four who
    qualify are paid. ``deaths``: of insured people whose relatives they are.
    """
    place = np.cumsum(relative_qualifies, axis=-1)
    paid = relative_qualifies & (place <= law.figure("survivors.most_persons"))
    rate = where(without_carer, law.figure("survivors.rate_no_direct_carer"), law.figure("survivors.rate"))
    times = where(deaths > 1, law.figure("survivors.times_of_several_deaths"), 1)
    return where(paid, rate * times, 0)


rates.restated(LAW_2024, article="Law 41/2024/QH15 art. 87")


@rule(
    "survivors.monthly",
    marked("Survivor benefits a month"),
    gives="survivors_monthly",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 68",
)
def monthly(law: Law, *, survivor_rate: Whole) -> Whole:
    """Of one relative, or of several by the sum of their shares, in the month that is paid: from the month
    after the death.
    """
    return share(survivor_rate, law.figure("base_salary"), PPM)


@monthly.since(LAW_2024, article="Law 41/2024/QH15 art. 87")
def _(law: Law, *, survivor_rate: Whole) -> Whole:
    return share(survivor_rate, law.figure("reference_level"), PPM)


@rule(
    "survivors.choice",
    marked("May choose the lump sum instead of monthly benefits"),
    gives="may_choose",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 69(3)",
)
def choice(
    law: Law, *, is_child: Truth, is_spouse: Truth, relative_age: Whole, relative_impairment: Whole
) -> Truth:
    """Closed to a small child, and to a child, wife or husband impaired by 81 % and more."""
    impaired = relative_impairment >= law.figure("survivors.impaired_from")
    small = is_child & (relative_age < law.figure("survivors.age_without_choice"))
    return ~(small | ((is_child | is_spouse) & impaired))


@choice.since(LAW_2024, article="Law 41/2024/QH15 art. 88(2)(c)")
def _(
    law: Law, *, is_child: Truth, is_spouse: Truth, relative_age: Whole, relative_impairment: Whole
) -> Truth:
    """Open to everybody."""
    open_: Truth = relative_age >= 0
    return open_
