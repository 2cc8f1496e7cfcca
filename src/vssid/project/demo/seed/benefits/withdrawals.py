"""Withdrawals: some of those who left formal work more than a year ago took their contributions out."""

from __future__ import annotations

import numpy as np

from vssid.domain.law.benefits.withdrawal.formula import amount, contributed
from vssid.domain.law.engine.law import Law
from vssid.domain.law.shared.averages import HUNDREDTHS, average
from vssid.domain.law.shared.career_lines import Lines, Scale, totals
from vssid.domain.values.months import Month
from vssid.project.demo.seed.benefits.events import LUMP_SUM, Event, Lives, event, on_record
from vssid.project.demo.seed.by_law import by_law
from vssid.project.demo.seed.calendar_days import first_day
from vssid.project.demo.seed.careers.standing import Standing
from vssid.project.demo.seed.randomness import Bools, Ints

_FROM_2014 = Month.of(2014, 1)


def withdrawals(rng: np.random.Generator, lives: Lives) -> Event:
    jobs = lives.jobs
    gone = jobs.last & ~np.isin(
        lives.standing[jobs.person], [Standing.WORKER, Standing.PENSIONER, Standing.UNEMPLOYED]
    )
    gone &= ~lives.people.foreign[jobs.person]
    gone &= (jobs.end + 14 < lives.this_month) & (rng.random(jobs.end.size) < 0.45)
    job = np.flatnonzero(gone)
    day = first_day(jobs.end[job] + 13) + 9
    job, day = job[on_record(day)], day[on_record(day)]
    counted = np.bincount(contributed_months(lives, jobs.person[job]).person, minlength=job.size)
    job, day = job[counted > 0], day[counted > 0]
    due = withdrawn(contributed_months(lives, jobs.person[job]), day)
    return event(jobs.person[job], LUMP_SUM, day, day, due)


def contributed_months(lives: Lives, person: Ints) -> Lines:
    """The months that count of each of ``person`` (ascending, each once), numbered by their position."""
    months, jobs = lives.months, lives.jobs
    holder = jobs.person[months.job]
    place = np.searchsorted(person, holder)
    mine = (place < person.size) & lives.counted("bhxh")
    rows = np.flatnonzero(mine)
    rows = rows[person[place[rows]] == holder[rows]]
    state = lives.world.employers.state[jobs.employer[months.job[rows]]]
    return Lines(
        person=place[rows],
        month=months.month[rows],
        months=np.ones(rows.size, dtype=np.int64),
        scale=np.where(state, Scale.STATE, Scale.EMPLOYER),
        wage=lives.insured("bhxh")[rows],
        coefficient=np.zeros(rows.size, dtype=np.int64),
    )


def withdrawn(lines: Lines, day: Ints) -> Ints:
    """đồng of each person of ``lines``, by the law of the day of the decision."""

    def asked(law: Law, rows: Ints) -> tuple[Ints, ...]:
        mine = lines.where(np.isin(lines.person, rows))
        mine = mine._replace(person=np.searchsorted(rows, mine.person))
        added = totals(law, mine, people=rows.size)
        mean = average(law, **added._asdict())
        adjusted = added.employer_total + added.state_total
        before = _months(mine, rows.size, mine.month < _FROM_2014)
        after = _months(mine, rows.size, mine.month >= _FROM_2014)
        paid = np.zeros(rows.size, dtype=np.int64)
        np.add.at(paid, mine.person, mine.wage)
        own = contributed(law, paid_total=paid * HUNDREDTHS, adjusted_total=adjusted)
        due = amount(
            law,
            average_total=mean.average_total,
            average_months=mean.average_months,
            months_before_2014=before,
            months_from_2014=after,
            contributed=own,
        )
        return (due,)

    return by_law(day, asked)[0]


def _months(lines: Lines, people: int, which: Bools) -> Ints:
    return np.bincount(lines.person[which], minlength=people).astype(np.int64)
