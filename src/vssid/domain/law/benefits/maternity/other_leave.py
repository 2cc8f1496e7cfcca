"""Leave of days without a birth: visits to the doctor before it, and contraception.

Law 58/2014/QH13 art. 32 and 37; Law 41/2024/QH15 art. 51 and 57.
"""

from __future__ import annotations

from vssid.domain.law.benefits.maternity.formula import LAW_2014, LAW_2024
from vssid.domain.law.engine.exact import Truth, Whole, at_most, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked


@rule(
    "maternity.visit",
    marked("Leave for a visit to the doctor before birth, working days"),
    gives="visit_days",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 32",
)
def visit(law: Law, *, visit_number: Whole, visit_days_asked: Whole, hard_visit: Truth) -> Whole:
    """``visit_number``: 1 for the first visit of the pregnancy. One day, two for whoever lives far from a
    doctor, is ill, or whose pregnancy is not as it should be.
    """
    most = where(
        hard_visit, law.figure("maternity.days_of_a_hard_visit"), law.figure("maternity.days_of_a_visit")
    )
    return _within_the_visits(law, visit_number, at_most(visit_days_asked, most))


@visit.since(LAW_2024, article="Law 41/2024/QH15 art. 51")
def _(law: Law, *, visit_number: Whole, visit_days_asked: Whole, hard_visit: Truth) -> Whole:
    """Two days for everybody."""
    return _within_the_visits(
        law, visit_number, at_most(visit_days_asked, law.figure("maternity.days_of_a_visit"))
    )


def _within_the_visits(law: Law, number: Whole, days: Whole) -> Whole:
    return where(number <= law.figure("maternity.prenatal_visits"), days, 0)


@rule(
    "maternity.contraception",
    marked("Longest leave for contraception, rest days included"),
    gives="contraception_days",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 37",
)
def contraception(law: Law, *, sterilised: Truth) -> Whole:
    """A coil for a woman; a sterilisation for a man too."""
    return where(sterilised, law.figure("maternity.sterilisation_days"), law.figure("maternity.coil_days"))


contraception.restated(LAW_2024, article="Law 41/2024/QH15 art. 57")
