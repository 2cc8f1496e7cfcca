"""Sick leave: working days at a share of the wage of the month before, within the days of the year."""

from __future__ import annotations

import numpy as np

from vssid.domain.law.benefits.sickness.formula import full_rate, limit, within_limit
from vssid.domain.law.benefits.sickness.pay import base_wage, by_days
from vssid.domain.law.benefits.sickness.public_holidays import public_holidays
from vssid.domain.law.engine.law import Law
from vssid.project.demo.seed.benefits.events import SICKNESS, Event, Lives, event, on_record
from vssid.project.demo.seed.by_law import by_law
from vssid.project.demo.seed.calendar_days import EPOCH, calendar_day, first_day
from vssid.project.demo.seed.careers.months import PAID
from vssid.project.demo.seed.randomness import Bools, Ints, group_starts, running

_SICK_A_MONTH = 0.016
_WEEK = 7
_MONDAY_TO_SATURDAY = "1111110"


def sickness(rng: np.random.Generator, lives: Lives) -> Event:
    """Sunday is the day of rest. A leave of which the days of the year leave nothing is not asked for."""
    jobs, months = lives.jobs, lives.months
    who = np.flatnonzero((rng.random(months.job.size) < _SICK_A_MONTH) & (months.pension_status == PAID))
    length = rng.choice([1, 2, 3, 5, 7, 10, 15], who.size, p=[0.15, 0.25, 0.27, 0.15, 0.1, 0.05, 0.03])
    start = first_day(months.month[who]) + rng.integers(0, 14, who.size)
    start += (start + EPOCH) % _WEEK == 0  # nobody reports sick on a Sunday
    kept = on_record(start)
    who, length, start = who[kept], length[kept], start[kept]
    worked = _worked(start, length)
    person = jobs.person[months.job[who]]
    amount = _paid(lives, who, worked, start, _used(person, months.month[who] // 12, worked))
    due = np.flatnonzero(amount > 0)
    return event(person[due], SICKNESS, start[due], (start + length - 1)[due], amount[due])


def _worked(start: Ints, length: Ints) -> Ints:
    """Working days of each leave."""
    if not start.size:
        return length
    years = range(calendar_day(int(start.min())).year, calendar_day(int((start + length).max())).year + 1)
    off = [day for year in years for day in public_holidays(year)]
    first, after = start.astype("datetime64[D]"), (start + length).astype("datetime64[D]")
    return np.busday_count(first, after, weekmask=_MONDAY_TO_SATURDAY, holidays=off).astype(np.int64)


def _used(person: Ints, year: Ints, worked: Ints) -> Ints:
    """Working days of the same calendar year before each leave; the leaves of a person ascend."""
    return running(worked, group_starts(person * 10_000 + year)) - worked


def _paid(lives: Lives, who: Ints, worked: Ints, start: Ints, used: Ints) -> Ints:
    """đồng of each leave that begins in one of the months ``who``."""
    insured = lives.insured("bhxh")
    first_month = _first_with_the_employer(lives, who)
    years = _contributed(lives)[who] // 12

    def asked(law: Law, rows: Ints) -> tuple[Ints, ...]:
        nobody = np.zeros(rows.size, dtype=np.bool_)
        wage = base_wage(
            law,
            wage_before=insured[who[rows] - 1],
            registered_wage=insured[who[rows]],
            first_month=first_month[rows],
        )
        most = limit(law, years_contributed=years[rows], hazardous_at_leave=nobody)
        due = by_days(
            law,
            sick_wage=wage,
            sick_half_days=within_limit(
                law, asked_half_days=2 * worked[rows], sick_limit=most, used_days=used[rows]
            ),
            sick_rate=full_rate(law, armed_forces=nobody),
            half_days_after=0 * wage,
            rate_after=0 * wage,
        )
        return (due,)

    return by_law(start, asked)[0]


def _first_with_the_employer(lives: Lives, who: Ints) -> Bools:
    """Whether each of the months ``who`` is the first of a job; whoever signs again with the same employer
    without a month between has worked the month before.
    """
    jobs, months = lives.jobs, lives.months
    job, before = months.job[who], months.job[who - 1]
    starts: Bools = months.month[who] == jobs.start[job]
    goes_on: Bools = (jobs.person[before] == jobs.person[job]) & (jobs.employer[before] == jobs.employer[job])
    goes_on &= months.month[who - 1] + 1 == months.month[who]
    first: Bools = starts & ~goes_on
    return first


def _contributed(lives: Lives) -> Ints:
    """How many months a person has paid or been credited before each month of work."""
    counted: Bools = lives.counted("bhxh")
    whole = counted.astype(np.int64)
    return running(whole, group_starts(lives.jobs.person[lives.months.job])) - whole
