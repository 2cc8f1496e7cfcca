"""Benefits with their decisions: from sickness and maternity to unemployment, lump sums and pensions."""

from __future__ import annotations

from datetime import date

import numpy as np
import polars as pl

from vssid.project.demo.seed import amounts
from vssid.project.demo.seed.calendar_days import day_column, day_number, first_day, last_day, month_of
from vssid.project.demo.seed.careers.jobs import Jobs
from vssid.project.demo.seed.careers.months import MATERNITY_MONTHS, PAID, JobMonths
from vssid.project.demo.seed.careers.standing import Standing
from vssid.project.demo.seed.dated import base_salary, minimum_wage
from vssid.project.demo.seed.people.population import People
from vssid.project.demo.seed.randomness import Chance, Ints, within_groups
from vssid.project.demo.seed.tables import digits, pick, settings_of
from vssid.project.demo.seed.world import World

_SICK_A_MONTH = 0.016
_INJURED_A_MONTH = 0.0002
_PENSION_MONTHS = 30
REGIMES = [
    "sickness",
    "maternity",
    "convalescence",
    "unemployment",
    "occupational_lump_sum",
    "lump_sum",
    "pension",
]
SICKNESS, MATERNITY, CONVALESCENCE, UNEMPLOYMENT, WORK_INJURY, LUMP_SUM, PENSION = range(7)


def draw_benefits(
    chance: Chance, people: People, standing: Ints, jobs: Jobs, months: JobMonths, world: World, as_of: date
) -> pl.DataFrame:
    """Rows of the kind ``benefits``; decisions are numbered by chunk and row, so they are unique."""
    rng = chance.of("benefits")
    events = [
        _sickness(rng, jobs, months),
        _maternity(rng, jobs, months),
        _convalescence(rng, jobs, months),
        _injuries(rng, jobs, months),
        _unemployment(rng, people, standing, jobs, months, world, as_of),
        _lump_sums(rng, people, standing, jobs, months, as_of),
        _pensions(rng, people, standing, jobs, months, as_of),
    ]
    person, regime, start, end, amount = (
        np.concatenate([event[part] for event in events]) for part in range(5)
    )
    decided = end + 3 + (person * 7 + start) % 12
    monthly = np.isin(regime, [UNEMPLOYMENT, PENSION])
    paid = np.where(monthly, start + 4, decided + 5)
    past = np.flatnonzero(
        (paid <= day_number(as_of)) & ((people.died_day[person] < 0) | (end < people.died_day[person]))
    )
    return _rows(
        people, world, chance, *(part[past] for part in (person, regime, start, end, amount, decided, paid))
    )


Event = tuple[Ints, Ints, Ints, Ints, Ints]
"""Person, regime, first day, last day, amount."""


def _event(person: Ints, regime: int, start: Ints, end: Ints, amount: Ints) -> Event:
    return person, np.full(person.size, regime), start, end, amount


def _sickness(rng: np.random.Generator, jobs: Jobs, months: JobMonths) -> Event:
    who = np.flatnonzero((rng.random(months.job.size) < _SICK_A_MONTH) & (months.pension_status == PAID))
    days = rng.choice([1, 2, 3, 5, 7, 10, 15], who.size, p=[0.15, 0.25, 0.27, 0.15, 0.1, 0.05, 0.03])
    start = first_day(months.month[who]) + rng.integers(0, 14, who.size)
    return _event(
        jobs.person[months.job[who]],
        SICKNESS,
        start,
        start + days - 1,
        amounts.sickness(months.wage[who], days),
    )


def _leave_starts(months: JobMonths) -> Ints:
    begins = months.on_leave.copy()
    begins[1:] &= ~months.on_leave[:-1]
    return np.flatnonzero(begins)


def _maternity(rng: np.random.Generator, jobs: Jobs, months: JobMonths) -> Event:
    who = _leave_starts(months)
    month = months.month[who]
    amount = amounts.maternity(months.wage[who], base_salary().at(month), MATERNITY_MONTHS)
    end = last_day(month + MATERNITY_MONTHS - 1)
    return _event(jobs.person[months.job[who]], MATERNITY, first_day(month), end, amount)


def _convalescence(rng: np.random.Generator, jobs: Jobs, months: JobMonths) -> Event:
    who = _leave_starts(months)
    who = who[rng.random(who.size) < 0.35]
    month = months.month[who] + MATERNITY_MONTHS
    days = rng.choice([5, 7], who.size)
    start = first_day(month) + 2
    return _event(
        jobs.person[months.job[who]],
        CONVALESCENCE,
        start,
        start + days - 1,
        amounts.convalescence(base_salary().at(month), days),
    )


def _injuries(rng: np.random.Generator, jobs: Jobs, months: JobMonths) -> Event:
    who = np.flatnonzero((rng.random(months.job.size) < _INJURED_A_MONTH) & (months.pension_status == PAID))
    impairment = rng.integers(5, 31, who.size)
    start = first_day(months.month[who]) + rng.integers(0, 27, who.size)
    amount = amounts.work_injury(base_salary().at(months.month[who]), impairment)
    return _event(jobs.person[months.job[who]], WORK_INJURY, start, start + 20, amount)


def _unemployment(
    rng: np.random.Generator,
    people: People,
    standing: Ints,
    jobs: Jobs,
    months: JobMonths,
    world: World,
    as_of: date,
) -> Event:
    """Monthly payments in the gap after a job of a year or more, three months or one more a further year."""
    following = np.append(jobs.start[1:], 0)
    same = np.append(jobs.person[1:] == jobs.person[:-1], False)
    gap = np.where(same & ~jobs.last, following - jobs.end - 1, 0)
    this_month = int(month_of(np.array([day_number(as_of)]))[0])
    still = jobs.last & (standing[jobs.person] == Standing.UNEMPLOYED)
    gap = np.where(still, this_month - jobs.end + 1, gap)
    length = jobs.end - jobs.start + 1
    entitled = np.minimum(3 + np.maximum(length - 36, 0) // 12, 12)
    served = np.minimum(entitled, gap - 1)
    claims = (gap >= 3) & (length >= 12) & (jobs.start >= 2009 * 12) & ~people.foreign[jobs.person]
    claims &= rng.random(gap.size) < 0.85
    job = np.flatnonzero(claims)
    row = np.repeat(job, served[job])
    month = within_groups(jobs.end[job] + 2, served[job])
    final_wage = months.wage[np.cumsum(length) - 1][row]
    floor = minimum_wage().at(jobs.end[row])[np.arange(row.size), world.employers.region[jobs.employer[row]]]
    return _event(
        jobs.person[row],
        UNEMPLOYMENT,
        first_day(month),
        last_day(month),
        amounts.unemployment(final_wage, floor),
    )


def _lump_sums(
    rng: np.random.Generator, people: People, standing: Ints, jobs: Jobs, months: JobMonths, as_of: date
) -> Event:
    """Some of those who left formal work more than a year ago took their contributions out."""
    length = jobs.end - jobs.start + 1
    gone = jobs.last & ~np.isin(
        standing[jobs.person], [Standing.WORKER, Standing.PENSIONER, Standing.UNEMPLOYED]
    )
    gone &= (jobs.end + 14 < month_of(np.array([day_number(as_of)]))[0]) & (rng.random(length.size) < 0.45)
    job = np.flatnonzero(gone)
    total = np.bincount(jobs.person, weights=length, minlength=people.size).astype(np.int64)[jobs.person[job]]
    day = first_day(jobs.end[job] + 13) + 9
    wage = months.wage[np.cumsum(length) - 1][job] if length.size else length
    return _event(jobs.person[job], LUMP_SUM, day, day, amounts.lump_sum(wage, total))


def _pensions(
    rng: np.random.Generator, people: People, standing: Ints, jobs: Jobs, months: JobMonths, as_of: date
) -> Event:
    """The pension of each of the last 30 months; who retired before 2007 has no job on record."""
    who = np.flatnonzero(standing == Standing.PENSIONER)
    this_month = int(month_of(np.array([day_number(as_of)]))[0])
    last = np.full(people.size, this_month - 300)
    last[jobs.person[jobs.last]] = jobs.end[jobs.last]
    start = np.maximum(last[who] + 1, this_month - _PENSION_MONTHS)
    count = np.maximum(this_month - start + 1, 0)
    row = np.repeat(np.arange(who.size), count)
    month = within_groups(start, count)
    average = rng.lognormal(np.log(7_800_000), 0.32, who.size).astype(np.int64)
    monthly = amounts.pension(average, rng.integers(18, 36, who.size), female=people.bodies.female[who])
    # Decree 162/2026 raised pensions by 8 % from July 2026.
    paid = np.where(month >= 2026 * 12 + 6, monthly[row] * 108 // 100, monthly[row])
    return _event(who[row], PENSION, first_day(month), last_day(month), paid // 100 * 100)


def _rows(
    people: People,
    world: World,
    chance: Chance,
    person: Ints,
    regime: Ints,
    start: Ints,
    end: Ints,
    amount: Ints,
    decided: Ints,
    paid: Ints,
) -> pl.DataFrame:
    # All payments of a pension or of one time out of work go back to one decision, taken before the first.
    opening = _opening_payment(person, regime, start, end)
    monthly = np.isin(regime, [UNEMPLOYMENT, PENSION])
    decided = np.where(monthly, start[opening] - 6, decided)
    banks: list[str] = settings_of("employer_words")["banks"]["names"]
    office = world.offices.of_ward[people.ward[person]]
    number = pl.select(
        pl.format("{}{}/QĐ-BHXH", digits(np.full(person.size, chance.chunk), 3), digits(opening, 7))
    ).to_series()
    return pl.DataFrame(
        {
            "insurance_number": people.insurance_number.gather(person),
            "decision_number": number,
            "decision_date": day_column(decided),
            "regime": pick(REGIMES, regime),
            "from_date": day_column(start),
            "to_date": day_column(end),
            "amount": amount,
            "paid_on": day_column(paid),
            "payer": pick(world.offices.file["name_vi"].to_list(), office),
            "account_masked": pl.select(pl.format("****{}", digits(person * 7919 % 10_000, 4))).to_series(),
            "bank": pick(banks, person % len(banks)),
        }
    )


def _opening_payment(person: Ints, regime: Ints, start: Ints, end: Ints) -> Ints:
    """For each row the position of the first row of its unbroken series of payments, often itself."""
    own = np.arange(person.size)
    goes_on = np.zeros(person.size, dtype=np.bool_)
    goes_on[1:] = (np.diff(person) == 0) & (np.diff(regime) == 0) & (start[1:] == end[:-1] + 1)
    goes_on &= np.isin(regime, [UNEMPLOYMENT, PENSION])
    opening: Ints = np.maximum.accumulate(np.where(goes_on, 0, own))
    return opening
