"""Work accidents: a sum at once by impairment, wage and years in the fund."""

from __future__ import annotations

import numpy as np

from vssid.domain.law.benefits.occupational.formula import LAW_OF_SAFETY, lump_sum
from vssid.domain.law.engine.law import Law
from vssid.project.demo.seed.benefits.events import WORK_INJURY, Event, Lives, event
from vssid.project.demo.seed.by_law import by_law
from vssid.project.demo.seed.calendar_days import day_number, first_day
from vssid.project.demo.seed.careers.months import PAID
from vssid.project.demo.seed.randomness import Ints

_INJURED_A_MONTH = 0.0002


def injuries(rng: np.random.Generator, lives: Lives) -> Event:
    """The wage is that of the month before; in the first month of a job of that month."""
    months, jobs = lives.months, lives.jobs
    who = np.flatnonzero((rng.random(months.job.size) < _INJURED_A_MONTH) & (months.pension_status == PAID))
    impairment = rng.integers(5, 31, who.size)
    start = first_day(months.month[who]) + rng.integers(0, 27, who.size)
    kept = np.flatnonzero(start >= day_number(LAW_OF_SAFETY))
    who, impairment, start = who[kept], impairment[kept], start[kept]
    first = jobs.start[months.job[who]]
    wage = lives.insured("tnld")[np.where(months.month[who] == first, who, who - 1)]
    years = (months.month[who] - first) // 12

    def asked(law: Law, rows: Ints) -> tuple[Ints, ...]:
        due = lump_sum(law, impairment=impairment[rows], years_contributed=years[rows], wage=wage[rows])
        return (due.accident_pay,)

    (amount,) = by_law(start, asked)
    return event(jobs.person[months.job[who]], WORK_INJURY, start, start + 20, amount)
