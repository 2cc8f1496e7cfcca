"""Cover that no employer pays for: children, pupils, households, pensioners, voluntary contributors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from vssid.project.demo.seed.calendar_days import month_of
from vssid.project.demo.seed.careers.jobs import Jobs
from vssid.project.demo.seed.careers.standing import Standing
from vssid.project.demo.seed.dated import base_salary
from vssid.project.demo.seed.people.population import People
from vssid.project.demo.seed.randomness import Bools, Chance, Ints, within_groups
from vssid.project.demo.seed.tables import month_text, pick

_PUPIL_SUPPORT_RAISED = 2025 * 12 + 8  # Decree 188/2025: the State pays half instead of three tenths
_PUPIL_RATES = ["0.0315", "0.0225"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The months of today's health cover of each person; ``since`` is -1 for those who have none."""

    since: Ints
    until: Ints
    continuous_since: Ints


def draw_coverage(chance: Chance, people: People, standing: Ints, jobs: Jobs, this_month: int) -> Coverage:
    """When today's kind of cover began, and since when there was cover of any kind without a break."""
    rng = chance.of("coverage")
    born = month_of(people.bodies.birth_day)
    last_start, last_end = _latest_job(people, jobs)
    since = this_month - rng.integers(1, 70, people.size)
    since = np.where(standing == Standing.CHILD, born, since)
    since = np.where(standing == Standing.PUPIL, np.maximum(_school_start(born), this_month - 100), since)
    since = np.where(
        standing == Standing.STUDENT, this_month - 2 - 12 * rng.integers(0, 4, people.size), since
    )
    since = np.where(standing == Standing.AGED, np.maximum(born + 75 * 12, this_month - 120), since)
    since = np.where((last_end >= 0) & (standing != Standing.WORKER), np.maximum(since, last_end + 1), since)
    since = np.where((standing == Standing.PENSIONER) & (last_end >= 0), last_end + 1, since)
    since = np.where(standing == Standing.WORKER, last_start, since)
    since = np.where(standing == Standing.NONE, -1, np.minimum(since, this_month - 1))
    until = np.where(people.died_day >= 0, month_of(people.died_day), this_month)
    # Half of those who work were insured in some other way before the present job.
    earlier = np.where(rng.random(people.size) < 0.5, rng.integers(0, 80, people.size), 0)
    return Coverage(since, until, np.maximum(np.maximum(since - earlier, born), 2010 * 12))


def other_spells(chance: Chance, people: People, standing: Ints, coverage: Coverage) -> pl.DataFrame:
    """Health spells of everybody without an employer, and the voluntary pension spells."""
    parts = [_health(people, standing, coverage), _voluntary(chance, people, standing, coverage)]
    return pl.concat(parts, how="diagonal")


def _health(people: People, standing: Ints, coverage: Coverage) -> pl.DataFrame:
    insured = np.flatnonzero((standing != Standing.NONE) & (standing != Standing.WORKER))
    insured = insured[coverage.since[insured] <= coverage.until[insured]]
    pays_household = np.isin(standing[insured], [Standing.HOUSEHOLD, Standing.VOLUNTARY])
    pays_part = np.isin(standing[insured], [Standing.PUPIL, Standing.STUDENT])
    # Households pay by the year and at a new base salary: a spell a year for the last three of them.
    start = np.where(
        pays_household,
        np.maximum(coverage.since[insured], coverage.until[insured] - 35),
        coverage.since[insured],
    )
    pieces = np.where(pays_household, (coverage.until[insured] - start) // 12 + 1, 1)
    split = pays_part & (start < _PUPIL_SUPPORT_RAISED) & (coverage.until[insured] >= _PUPIL_SUPPORT_RAISED)
    pieces = np.where(split, 2, pieces)
    row = np.repeat(np.arange(insured.size), pieces)
    piece = within_groups(np.zeros(insured.size, dtype=np.int64), pieces)
    first = start[row] + 12 * piece * pays_household[row]
    first = np.where(split[row] & (piece == 1), _PUPIL_SUPPORT_RAISED, first)
    last = np.where(
        pays_household[row],
        np.minimum(first + 11, coverage.until[insured][row]),
        coverage.until[insured][row],
    )
    last = np.where(split[row] & (piece == 0), _PUPIL_SUPPORT_RAISED - 1, last)
    half = (first >= _PUPIL_SUPPORT_RAISED).astype(np.int64)
    rates = np.where(pays_household[row], 2, np.where(pays_part[row], half, 3))
    pays = pays_household[row] | pays_part[row]
    return _frame(people, insured[row], "bhyt", first, last).with_columns(
        salary=pl.Series(np.where(pays, base_salary().at(first), 0)).replace(0, None),
        rate_employee=pick([*_PUPIL_RATES, "0.045", "0"], rates),
        rate_employer=pl.lit("0"),
    )


def _voluntary(chance: Chance, people: People, standing: Ints, coverage: Coverage) -> pl.DataFrame:
    """Voluntary contributors pay 22 % of an income of their choice; a spell a calendar year."""
    rng = chance.of("voluntary")
    who = np.flatnonzero(standing == Standing.VOLUNTARY)
    start, stop = np.minimum(coverage.since[who], coverage.until[who] - 1), coverage.until[who] - 1
    income = rng.choice(
        [1_500_000, 2_000_000, 3_000_000, 4_000_000, 5_000_000], who.size, p=[0.4, 0.25, 0.2, 0.1, 0.05]
    )
    pieces = stop // 12 - start // 12 + 1
    row = np.repeat(np.arange(who.size), pieces)
    year = within_groups(start // 12, pieces)
    first = np.maximum(start[row], year * 12)
    return _frame(people, who[row], "bhxh", first, np.minimum(stop[row], year * 12 + 11)).with_columns(
        scale=pl.lit("voluntary"),
        salary=pl.Series(income[row]),
        rate_employee=pl.lit("0.22"),
        rate_employer=pl.lit("0"),
    )


def _frame(people: People, person: Ints, fund: str, first: Ints, last: Ints) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "insurance_number": people.insurance_number.gather(person),
            "fund": pl.repeat(fund, person.size, eager=True),
            "from_month": month_text(first),
            "to_month": month_text(last),
            "status": pl.repeat("paid", person.size, eager=True),
        }
    )


def _latest_job(people: People, jobs: Jobs) -> tuple[Ints, Ints]:
    """First and last month of the last job of each person, -1 for none."""
    start = np.full(people.size, -1, dtype=np.int64)
    end = start.copy()
    final: Bools = jobs.last
    start[jobs.person[final]] = jobs.start[final]
    end[jobs.person[final]] = jobs.end[final]
    return start, end


def _school_start(born: Ints) -> Ints:
    """October of the year a child turns six."""
    return (born // 12 + 6) * 12 + 9
