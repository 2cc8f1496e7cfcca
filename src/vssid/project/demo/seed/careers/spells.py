"""Contribution spells: months of equal wage, rate and status folded together, fund by fund."""

from __future__ import annotations

from typing import Any

import numpy as np
import polars as pl

from vssid.project.demo.seed.careers.jobs import Jobs
from vssid.project.demo.seed.careers.months import CREDITED, DEFERRED, EXEMPT, PAID, STATUSES, JobMonths
from vssid.project.demo.seed.dated import CAP_MULTIPLE, base_salary, minimum_wage, rate, rate_text
from vssid.project.demo.seed.people.population import People
from vssid.project.demo.seed.randomness import Bools, Ints
from vssid.project.demo.seed.reference.employers import Employers, trades
from vssid.project.demo.seed.tables import month_text, pick, settings_of, where_known
from vssid.project.demo.seed.world import World

FUNDS = ["bhxh", "bhyt", "bhtn", "tnld"]
_SICKNESS_AND_MATERNITY = 300  # ten-thousandths
_RATE_TEXTS = [rate_text(value) for value in range(2501)]
_COEFFICIENT_TEXTS = [f"{value // 100}.{value % 100:02d}" for value in range(1200)]


def job_spells(people: People, jobs: Jobs, months: JobMonths, world: World) -> pl.DataFrame:
    """Spells of employment of every fund, ordered by fund, person and time."""
    return pl.concat([_fund_spells(fund, people, jobs, months, world) for fund in FUNDS])


def _fund_spells(fund: str, people: People, jobs: Jobs, months: JobMonths, world: World) -> pl.DataFrame:
    employers = world.employers
    state = employers.state[jobs.employer]
    foreign = people.foreign[jobs.person]
    employee, employer = _rates(fund, months, state, foreign)
    status = status_in(fund, months)
    employee[status == CREDITED] = 0
    employer[status == CREDITED] = 0
    salary = np.minimum(months.wage, ceilings(fund, jobs, months, employers))
    kept = np.flatnonzero(belongs_to(fund, months, foreign))
    columns = [months.job, salary, months.coefficient, months.allowances, employee, employer, status]
    first, last = _fold([column[kept] for column in columns], months.month[kept])
    rows = kept[first]
    job = months.job[rows]
    return pl.DataFrame(
        {
            "insurance_number": people.insurance_number.gather(jobs.person[job]),
            "fund": pl.repeat(fund, rows.size, eager=True),
            "from_month": month_text(months.month[rows]),
            "to_month": month_text(months.month[kept[last]]),
            "employer_code": pick(employers.codes, jobs.employer[job]),
            "job_title": _titles(jobs, employers).gather(job),
            "workplace": pick(employers.workplaces, jobs.employer[job]),
            "group_letter": pick(["a", "b"], state[job].astype(np.int64)),
            "scale": pick(["employer", "state"], state[job].astype(np.int64)),
            "salary": salary[rows],
            "coefficient": where_known(pick(_COEFFICIENT_TEXTS, months.coefficient[rows]), state[job]),
            "allowances": months.allowances[rows],
            "rate_employee": pick(_RATE_TEXTS, employee[rows]),
            "rate_employer": pick(_RATE_TEXTS, employer[rows]),
            "status": pick(STATUSES, status[rows]),
        }
    )


def _rates(fund: str, months: JobMonths, state: Bools, foreign: Bools) -> tuple[Ints, Ints]:
    """Rates in ten-thousandths; foreigners have rates of their own in the pension fund."""
    of_state, of_foreigner = state[months.job], foreign[months.job]
    employee = rate(fund, "employee").at(months.month)
    employer = np.where(
        of_state, rate(fund, "employer", state=True).at(months.month), rate(fund, "employer").at(months.month)
    )
    if fund == "bhxh":
        employee = np.where(of_foreigner, rate(fund, "foreign_employee").at(months.month), employee)
        employer = np.where(of_foreigner, rate(fund, "foreign_employer").at(months.month), employer)
        # By treaty only sickness and maternity stay due.
        employee = np.where(months.by_treaty, 0, employee)
        employer = np.where(months.by_treaty, _SICKNESS_AND_MATERNITY, employer)
    return employee, employer


def status_in(fund: str, months: JobMonths) -> Ints:
    """What became of each month's contribution to a fund."""
    if fund == "bhyt":
        return months.health_status.copy()
    if fund == "bhxh":
        return np.where(months.by_treaty, EXEMPT, months.pension_status)
    # Only the pension part may be put off.
    return np.where(months.pension_status == DEFERRED, PAID, months.pension_status)


def belongs_to(fund: str, months: JobMonths, foreign: Bools) -> Bools:
    """Whether the month belongs to the fund at all: leave and foreigners are outside some of them."""
    of_foreigner = foreign[months.job]
    since_decree_143 = ~of_foreigner | (months.month >= 2018 * 12 + 11)
    if fund == "bhyt":
        return np.ones(months.month.size, dtype=np.bool_)
    if fund == "bhxh":
        return since_decree_143
    if fund == "bhtn":
        return ~of_foreigner & ~months.on_leave & (months.month >= 2009 * 12)
    return since_decree_143 & ~months.on_leave


def ceilings(fund: str, jobs: Jobs, months: JobMonths, employers: Employers) -> Ints:
    """20 base salaries; in the unemployment fund 20 regional minimum wages (State scale: from 2026 on)."""
    by_base = CAP_MULTIPLE * base_salary().at(months.month)
    if fund != "bhtn":
        return by_base
    employer = jobs.employer[months.job]
    by_wage = (
        CAP_MULTIPLE * minimum_wage().at(months.month)[np.arange(employer.size), employers.region[employer]]
    )
    return np.where(employers.state[employer] & (months.month < 2026 * 12), by_base, by_wage)


def _fold(columns: list[Any], month: Ints) -> tuple[Ints, Ints]:
    """Positions of the first and the last month of each run in which nothing changes."""
    if not month.size:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    changed = np.ones(month.size, dtype=np.bool_)
    changed[1:] = np.diff(month) != 1
    for column in columns:
        changed[1:] |= np.diff(column) != 0
    first = np.flatnonzero(changed)
    return first, np.append(first[1:] - 1, month.size - 1)


def _titles(jobs: Jobs, employers: Employers) -> pl.Series:
    titles: dict[str, list[str]] = settings_of("employer_words")["titles"]
    flat = [title for trade in trades() for title in titles[trade]]
    counts = np.array([len(titles[trade]) for trade in trades()])
    starts = np.cumsum(counts) - counts
    trade = employers.trade[jobs.employer]
    return pick(flat, starts[trade] + jobs.title % counts[trade])
