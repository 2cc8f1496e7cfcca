"""Every job unfolded into its months: the wage and what became of each fund's contribution."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vssid.project.demo.seed.calendar_days import month_of
from vssid.project.demo.seed.careers.jobs import Jobs
from vssid.project.demo.seed.dated import base_salary, minimum_wage
from vssid.project.demo.seed.people.population import People
from vssid.project.demo.seed.randomness import Bools, Chance, Floats, Ints, within_groups
from vssid.project.demo.seed.reference.employers import Employers

PAID, OWED, DEFERRED, CREDITED, EXEMPT = range(5)
STATUSES = ["paid", "owed", "deferred", "credited", "exempt"]
MATERNITY_MONTHS = 6
_DEFERRED_SINCE = 2021 * 12 + 6  # July 2021: the pension part put off under Resolution 68/NQ-CP

_TREATY_SINCE = 2024 * 12  # agreement with Korea: posted workers stay in the Korean pension fund


@dataclass(frozen=True, slots=True)
class JobMonths:
    """One entry a job and month, in the order of the jobs."""

    job: Ints
    month: Ints
    wage: Ints
    coefficient: Ints
    allowances: Ints
    pension_status: Ints
    health_status: Ints
    on_leave: Bools
    by_treaty: Bools


def unfold_months(
    chance: Chance, people: People, jobs: Jobs, employers: Employers, this_month: int
) -> JobMonths:
    """Wages follow the minimum wage or the base salary in force; the coefficient is in hundredths."""
    job = np.repeat(np.arange(jobs.start.size), jobs.end - jobs.start + 1)
    month = within_groups(jobs.start, jobs.end - jobs.start + 1)
    employer = jobs.employer[job]
    state = employers.state[employer]
    coefficient = np.where(state, _coefficients(jobs, job, month), 0)
    base = base_salary().at(month)
    allowances = np.where(state & (jobs.title[job] % 5 == 0), base * 3 // 10, 0)
    state_wage = (coefficient * base + 50) // 100 + allowances
    wage = np.where(state, state_wage, _private_wages(jobs, employers, job, month))
    on_leave = _maternity(people, jobs, job, month, chance)
    pension, health = _payment(jobs, employers, job, month, this_month)
    pension[on_leave] = CREDITED
    health[on_leave] = CREDITED
    by_treaty = people.posted_by_treaty[jobs.person[job]] & (month >= _TREATY_SINCE)
    return JobMonths(job, month, wage, coefficient, allowances, pension, health, on_leave, by_treaty)


def _coefficients(jobs: Jobs, job: Ints, month: Ints) -> Ints:
    """Hundredths: the first grade, then 0.33 more every three years, up to eight steps."""
    steps: Ints = np.minimum((month - jobs.start[job]) // 36, 8)
    first_grade: Ints = np.rint(jobs.skill[job] * 100).astype(np.int64)
    grade: Ints = first_grade + 33 * steps
    return grade


def _private_wages(jobs: Jobs, employers: Employers, job: Ints, month: Ints) -> Ints:
    """Raised in January every one to three years, never below the regional minimum, in tens of thousands."""
    employer = jobs.employer[job]
    region = employers.region[employer]
    every = jobs.raise_every[job]
    years = month // 12 - jobs.start[job] // 12
    raised = years // every * every
    agreed = np.maximum((jobs.start[job] // 12 + raised) * 12, jobs.start[job])
    then = minimum_wage().at(agreed)[np.arange(job.size), region]
    now = minimum_wage().at(month)[np.arange(job.size), region]
    growth: Floats = 1.0 + 0.025 * np.minimum(raised, 12)
    wage = then * employers.pay[employer] * jobs.skill[job] * growth
    # Trained work earns at least seven per cent above the minimum (in force until 2022, custom since).
    rounded: Ints = (np.maximum(wage, now * 1.07) / 10_000).astype(np.int64) * 10_000 + 10_000
    return rounded


def _maternity(people: People, jobs: Jobs, job: Ints, month: Ints, chance: Chance) -> Bools:
    """Months of leave of mothers in work: the month of birth and five more, after half a year in the job."""
    children = np.flatnonzero(people.kin.mother >= 0)
    mother, birth = people.kin.mother[children], month_of(people.bodies.birth_day[children])
    later_births = chance.of("maternity").random(children.size) < 0.97
    mother, birth = mother[later_births], birth[later_births]
    key = (mother[:, None] * 40_000 + birth[:, None] + np.arange(MATERNITY_MONTHS)).ravel()
    leave = np.isin(jobs.person[job] * 40_000 + month, key)
    return leave & (month - jobs.start[job] >= 6)


def _payment(jobs: Jobs, employers: Employers, job: Ints, month: Ints, this_month: int) -> tuple[Ints, Ints]:
    """What became of the contribution: in the pension and other funds, and in the health fund."""
    employer = jobs.employer[job]
    lag = employers.lag[employer]
    paid_through = np.where(jobs.last[job], this_month - 1 - lag, this_month)
    paid_through = np.where(
        jobs.bankrupt_months[job] > 0, jobs.end[job] - jobs.bankrupt_months[job], paid_through
    )
    # The health part comes first: only the worst payers leave it open beyond the month not yet due.
    health_through = np.where(lag >= 8, paid_through, np.maximum(paid_through, this_month - 2))
    put_off = (month >= _DEFERRED_SINCE) & (month < _DEFERRED_SINCE + employers.deferred[employer])
    pension = np.where(month > paid_through, OWED, np.where(put_off, DEFERRED, PAID))
    return pension, np.where((month > health_through) & jobs.last[job], OWED, PAID)
