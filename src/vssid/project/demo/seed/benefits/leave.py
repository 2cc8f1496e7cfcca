"""Benefits of months with leave: sickness, birth, and the rest after it."""

from __future__ import annotations

import numpy as np

from vssid.domain.law.benefits.maternity.formula import leave
from vssid.domain.law.benefits.maternity.pay import by_months, grant
from vssid.domain.law.benefits.recuperation.formula import after_birth, days, pay
from vssid.domain.law.engine.law import Law
from vssid.project.demo.seed.benefits.events import CONVALESCENCE, MATERNITY, Event, Lives, event, on_record
from vssid.project.demo.seed.by_law import by_law
from vssid.project.demo.seed.calendar_days import first_day, last_day
from vssid.project.demo.seed.careers.months import MATERNITY_MONTHS, JobMonths
from vssid.project.demo.seed.randomness import Ints

_LATEST = 6
"""Pay at birth is the average of so many months."""
_SURGERY_DAYS = 7
"""Mothers who rest so long were delivered by surgery."""


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
    asked_days = rng.choice([5, _SURGERY_DAYS], who.size)
    start = first_day(month) + 2
    kept = on_record(start)
    who, start, asked_days = who[kept], start[kept], asked_days[kept]

    def asked(law: Law, rows: Ints) -> tuple[Ints, ...]:
        nobody = np.zeros(rows.size, dtype=np.bool_)
        operated = asked_days[rows] == _SURGERY_DAYS
        longest = after_birth(law, several_children=nobody, operated=operated, returned_early=nobody)
        rest = days(
            law, rest_asked=asked_days[rows], rest_limit=longest, rest_used=0 * longest, in_time=~nobody
        )
        return (pay(law, rest_days=rest),)

    (amount,) = by_law(start, asked)
    person = lives.jobs.person[lives.months.job[who]]
    return event(person, CONVALESCENCE, start, start + asked_days - 1, amount)


def _leave_starts(months: JobMonths) -> Ints:
    begins = months.on_leave.copy()
    begins[1:] &= ~months.on_leave[:-1]
    return np.flatnonzero(begins)
