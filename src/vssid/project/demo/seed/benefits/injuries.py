"""Work accidents: a sum at once by impairment."""

from __future__ import annotations

import numpy as np

from vssid.project.demo.seed import amounts
from vssid.project.demo.seed.benefits.events import WORK_INJURY, Event, Lives, event
from vssid.project.demo.seed.calendar_days import first_day
from vssid.project.demo.seed.careers.months import PAID
from vssid.project.demo.seed.dated import base_salary

_INJURED_A_MONTH = 0.0002


def injuries(rng: np.random.Generator, lives: Lives) -> Event:
    months = lives.months
    who = np.flatnonzero((rng.random(months.job.size) < _INJURED_A_MONTH) & (months.pension_status == PAID))
    impairment = rng.integers(5, 31, who.size)
    start = first_day(months.month[who]) + rng.integers(0, 27, who.size)
    amount = amounts.work_injury(base_salary().at(months.month[who]), impairment)
    return event(lives.jobs.person[months.job[who]], WORK_INJURY, start, start + 20, amount)
