"""Unemployment benefit: the months paid in the gap after a job, one payment each."""

from __future__ import annotations

import numpy as np

from vssid.domain.law.benefits.unemployment.course import kept
from vssid.domain.law.benefits.unemployment.entitlement import LAW_38
from vssid.domain.law.benefits.unemployment.formula import cap, duration, monthly, odd_months
from vssid.domain.law.engine.law import Law
from vssid.domain.values.months import Month
from vssid.project.demo.seed.benefits.events import UNEMPLOYMENT, Event, Lives, event
from vssid.project.demo.seed.by_law import by_law
from vssid.project.demo.seed.calendar_days import EPOCH, first_day, last_day
from vssid.project.demo.seed.careers.standing import Standing
from vssid.project.demo.seed.randomness import Bools, Ints, group_starts, within_groups

_LATEST = 6
"""The benefit is a share of the average of so many months."""


def unemployment(rng: np.random.Generator, lives: Lives) -> Event:
    """After a job of a year or more; who finds work reports it and keeps what is left for another time."""
    jobs = lives.jobs
    following = np.append(jobs.start[1:], 0)
    same = np.append(jobs.person[1:] == jobs.person[:-1], False)
    gap = np.where(same & ~jobs.last, following - jobs.end - 1, 0)
    still = jobs.last & (lives.standing[jobs.person] == Standing.UNEMPLOYED)
    gap = np.where(still, lives.this_month - jobs.end + 1, gap)
    length = np.diff(np.append(0, _paid_until(lives)))
    claims = (gap >= 3) & (length >= 12) & (jobs.end >= int(Month.containing(LAW_38)))
    claims &= ~lives.people.foreign[jobs.person]
    claims &= rng.random(gap.size) < 0.85
    served = drawn(jobs.person, length, gap - 1, last_day(jobs.end), claims)
    job = np.flatnonzero(served > 0)
    row = np.repeat(job, served[job])
    month = within_groups(jobs.end[job] + 2, served[job])
    return event(
        jobs.person[row],
        UNEMPLOYMENT,
        first_day(month),
        last_day(month),
        _benefit(lives, job)[_place(job, row)],
    )


def drawn(person: Ints, paid: Ints, free: Ints, ended: Ints, claims: Bools) -> Ints:
    """How many months each job's end is followed by a payment: as many as are due, or until the next job.

    Jobs by person and time. ``paid``: months of contributions of each, ``free``: months without work after
    it, ``ended``: its last day. Months that a benefit did not use count towards the next.
    """
    served = np.zeros(person.size, dtype=np.int64)
    saved = np.zeros(int(person.max(initial=-1)) + 1, dtype=np.int64)
    for number in range(int(_ordinal(person).max(initial=-1)) + 1):
        jobs = np.flatnonzero(_ordinal(person) == number)
        total = saved[person[jobs]] + np.maximum(paid[jobs], 0)
        saved[person[jobs]] = total
        claimed = np.flatnonzero(claims[jobs])
        if not claimed.size:
            continue
        who = jobs[claimed]
        served[who], left = _one_benefit(total[claimed], free[who], ended[who])
        saved[person[who]] = left
    return served


def _one_benefit(total: Ints, free: Ints, ended: Ints) -> tuple[Ints, Ints]:
    """Months paid, and months of contributions kept."""

    def asked(law: Law, rows: Ints) -> tuple[Ints, ...]:
        months = total[rows]
        due = duration(law, months=months)
        received = np.minimum(due, free[rows])
        odd = odd_months(law, months=months)
        rest = kept(
            law, months=months, benefit_months_received=received, odd_months=odd, reserved=received < due
        )
        return received, rest + odd

    received, left = by_law(ended, asked)
    return received, left


def _benefit(lives: Lives, job: Ints) -> Ints:
    """đồng a month after each of the jobs."""
    jobs, employers = lives.jobs, lives.world.employers
    months = np.flatnonzero(lives.counted("bhtn"))
    behind = _paid_until(lives)[job]
    insured = np.append(0, np.cumsum(lives.insured("bhtn")[months]))
    wages = insured[behind] - insured[behind - _LATEST]
    last = lives.months.month[months[behind - 1]]
    employer = jobs.employer[job]

    def asked(law: Law, rows: Ints) -> tuple[Ints, ...]:
        most = cap(
            law,
            contract_ended_on=last_day(jobs.end[job[rows]]) + EPOCH,
            last_month_contributed=last[rows],
            wage_region=employers.region[employer[rows]] + 1,
            state_scale=employers.state[employer[rows]],
        )
        paid = monthly(
            law, wages_averaged=wages[rows], months_averaged=np.full(rows.size, _LATEST), benefit_cap=most
        )
        return (paid.unemployment_benefit,)

    return by_law(last_day(jobs.end[job]), asked)[0]


def _paid_until(lives: Lives) -> Ints:
    """How many months of all people before are paid by the end of each job."""
    paid = np.cumsum(lives.counted("bhtn"))
    until: Ints = paid[np.cumsum(lives.jobs.end - lives.jobs.start + 1) - 1]
    return until


def _ordinal(person: Ints) -> Ints:
    """0 for the first job of a person, 1 for the second …"""
    return np.arange(person.size) - group_starts(person)


def _place(job: Ints, row: Ints) -> Ints:
    return np.searchsorted(job, row)
