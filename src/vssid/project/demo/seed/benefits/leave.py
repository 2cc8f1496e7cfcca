"""Benefits of months with leave: sickness, birth, and the rest after it."""

from __future__ import annotations

import numpy as np

from vssid.domain.law.benefits.maternity.formula import leave
from vssid.domain.law.benefits.maternity.pay import by_months, grant
from vssid.domain.law.engine.law import Law
from vssid.project.demo.seed import amounts
from vssid.project.demo.seed.benefits.events import (
    CONVALESCENCE,
    MATERNITY,
    SICKNESS,
    Event,
    Lives,
    event,
    on_record,
)
from vssid.project.demo.seed.by_law import by_law
from vssid.project.demo.seed.calendar_days import first_day, last_day
from vssid.project.demo.seed.careers.months import MATERNITY_MONTHS, PAID, JobMonths
from vssid.project.demo.seed.dated import base_salary
from vssid.project.demo.seed.randomness import Ints

_SICK_A_MONTH = 0.016
_LATEST = 6
"""Pay at birth is the average of so many months."""


def sickness(rng: np.random.Generator, lives: Lives) -> Event:
    jobs, months = lives.jobs, lives.months
    who = np.flatnonzero((rng.random(months.job.size) < _SICK_A_MONTH) & (months.pension_status == PAID))
    days = rng.choice([1, 2, 3, 5, 7, 10, 15], who.size, p=[0.15, 0.25, 0.27, 0.15, 0.1, 0.05, 0.03])
    start = first_day(months.month[who]) + rng.integers(0, 14, who.size)
    return event(
        jobs.person[months.job[who]],
        SICKNESS,
        start,
        start + days - 1,
        amounts.sickness(months.wage[who], days),
    )


def maternity(lives: Lives) -> Event:
    """The leave begins with the month of birth; the mother has been in the job for half a year."""
    who = _leave_starts(lives.months)
    who = who[on_record(first_day(lives.months.month[who]))]
    month = lives.months.month[who]
    insured = np.append(0, np.cumsum(lives.insured("bhxh")))
    wages = insured[who] - insured[who - _LATEST]

    def asked(law: Law, rows: Ints) -> tuple[Ints, ...]:
        one = np.ones(rows.size, dtype=np.int64)
        pay = by_months(
            law,
            last_wages=wages[rows],
            last_wage_months=one * _LATEST,
            leave_months=leave(law, children=one, living_before=0 * one),
        )
        return (pay + grant(law, children=one, qualifies=one == 1),)

    (amount,) = by_law(first_day(month), asked)
    end = last_day(month + MATERNITY_MONTHS - 1)
    return event(lives.jobs.person[lives.months.job[who]], MATERNITY, first_day(month), end, amount)


def convalescence(rng: np.random.Generator, lives: Lives) -> Event:
    who = _leave_starts(lives.months)
    who = who[rng.random(who.size) < 0.35]
    month = lives.months.month[who] + MATERNITY_MONTHS
    days = rng.choice([5, 7], who.size)
    start = first_day(month) + 2
    return event(
        lives.jobs.person[lives.months.job[who]],
        CONVALESCENCE,
        start,
        start + days - 1,
        amounts.convalescence(base_salary().at(month), days),
    )


def _leave_starts(months: JobMonths) -> Ints:
    begins = months.on_leave.copy()
    begins[1:] &= ~months.on_leave[:-1]
    return np.flatnonzero(begins)
