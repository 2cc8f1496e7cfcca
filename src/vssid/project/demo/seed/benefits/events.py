"""What a benefit is before it has a decision: whose, which, from when to when, how much."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from vssid.project.demo.seed.calendar_days import day_number
from vssid.project.demo.seed.careers.jobs import Jobs
from vssid.project.demo.seed.careers.months import CREDITED, PAID, JobMonths
from vssid.project.demo.seed.careers.spells import belongs_to, ceilings, status_in
from vssid.project.demo.seed.people.population import People
from vssid.project.demo.seed.randomness import Bools, Ints
from vssid.project.demo.seed.world import World

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

FIRST_LAW = date(2016, 1, 1)
"""Law 58/2014/QH13: what was decided before is on paper, by rules no longer on record."""

Event = tuple[Ints, Ints, Ints, Ints, Ints]
"""Person, regime, first day, last day, amount."""


def event(person: Ints, regime: int, start: Ints, end: Ints, amount: Ints) -> Event:
    return person, np.full(person.size, regime), start, end, amount


def on_record(start: Ints) -> Ints:
    """The positions of what began under a law on record."""
    return np.flatnonzero(start >= day_number(FIRST_LAW))


@dataclass(frozen=True, slots=True)
class Lives:
    """What benefits follow from: people, their standing, their work, and the day on which all is told."""

    people: People
    standing: Ints
    jobs: Jobs
    months: JobMonths
    world: World
    as_of: date

    def insured(self, fund: str) -> Ints:
        """The wage of each month up to the ceiling of a fund, đồng."""
        return np.minimum(self.months.wage, ceilings(fund, self.jobs, self.months, self.world.employers))

    def counted(self, fund: str) -> Bools:
        """The months that count in a fund: paid, or credited for leave."""
        belongs = belongs_to(fund, self.months, self.people.foreign[self.jobs.person])
        counted: Bools = belongs & np.isin(status_in(fund, self.months), [PAID, CREDITED])
        return counted

    @property
    def this_month(self) -> int:
        return self.as_of.year * 12 + self.as_of.month - 1
