"""Jobs one after another: employers, gaps between them, and how each job pays."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from vssid.project.demo.seed.calendar_days import month_of
from vssid.project.demo.seed.careers.standing import Standing
from vssid.project.demo.seed.people.population import People
from vssid.project.demo.seed.randomness import Bools, Chance, Floats, Ints
from vssid.project.demo.seed.reference.employers import Employers

EARLIEST = 2007 * 12
"""Records begin in January 2007; what was before is on paper."""
_MOST_JOBS = 6
_PENSION_AGE_MEN, _PENSION_AGE_WOMEN = 60, 55


@dataclass(frozen=True, slots=True)
class Jobs:
    """One entry a job, ordered by person and time; months are inclusive."""

    person: Ints
    employer: Ints
    start: Ints
    end: Ints
    skill: Floats
    raise_every: Ints
    title: Ints
    last: Bools
    bankrupt_months: Ints

    def take(self, index: Ints | Bools) -> Jobs:
        return Jobs(*(getattr(self, field.name)[index] for field in fields(self)))


def draw_jobs(chance: Chance, people: People, standing: Ints, employers: Employers, this_month: int) -> Jobs:
    """The working lives of workers, of pensioners, and of a fifth of the grown-ups who left formal work."""
    rng = chance.of("jobs")
    begin, stop = _working_lives(rng, people, standing, this_month)
    parts: list[Jobs] = []
    going = np.flatnonzero(stop - begin >= 2)
    # Careers on the State scale hardly ever change employer.
    loyal = rng.random(people.size) < 0.4
    cursor = begin.copy()
    for number in range(_MOST_JOBS):
        if not going.size:
            break
        length = np.maximum(rng.lognormal(np.log(46), 0.85, going.size), 2).astype(np.int64)
        employer = _employers(rng, people, going, employers)
        end = cursor[going] + length - 1
        gap = np.where(rng.random(going.size) < 0.5, 0, rng.geometric(0.16, going.size))
        final = (end + gap + 3 >= stop[going]) | (number == _MOST_JOBS - 1) | (loyal & (begin >= 0))[going]
        final |= employers.state[employer]
        end = np.where(final, stop[going], end)
        parts.append(_a_job(rng, going, employer, cursor[going], end, final, employers))
        cursor[going] = end + 1 + gap
        going = going[~final]
    jobs = Jobs(*(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Jobs)))
    return jobs.take(np.lexsort((jobs.start, jobs.person)))


def _working_lives(
    rng: np.random.Generator, people: People, standing: Ints, this_month: int
) -> tuple[Ints, Ints]:
    """First and last month of formal work; the last is before the first for those who never had any."""
    born = month_of(people.bodies.birth_day)
    begin = np.maximum(born + 12 * 18 + rng.geometric(1 / 40, people.size), EARLIEST)
    # Many come to formal work late, after years in the fields or abroad.
    late = rng.random(people.size) < 0.45
    begin += np.where(
        late, (rng.random(people.size) ** 1.3 * np.maximum(this_month - begin, 0)).astype(np.int64), 0
    )
    begin = np.where(
        people.foreign, np.maximum(this_month - rng.integers(4, 90, people.size), EARLIEST), begin
    )
    retired = born + 12 * np.where(people.bodies.female, _PENSION_AGE_WOMEN, _PENSION_AGE_MEN)
    retired += rng.integers(-18, 12, people.size)
    left = begin + rng.geometric(1 / 34, people.size)
    former = np.isin(standing, [Standing.HOUSEHOLD, Standing.NONE, Standing.VOLUNTARY, Standing.NEAR_POOR])
    former &= (rng.random(people.size) < 0.24) & (people.bodies.age < 60)
    stop = np.full(people.size, -1)
    stop = np.where(standing == Standing.WORKER, this_month - 1, stop)
    stop = np.where(standing == Standing.PENSIONER, np.minimum(retired, this_month - 2), stop)
    just_left = this_month - rng.integers(3, 6, people.size)
    stop = np.where(standing == Standing.UNEMPLOYED, just_left, stop)
    stop = np.where(former, np.minimum(left, this_month - 5), stop)
    begin = np.where((standing == Standing.PENSIONER) & (begin > EARLIEST + 60), EARLIEST, begin)
    begin = np.where(standing == Standing.UNEMPLOYED, np.minimum(begin, this_month - 60), begin)
    begin = np.where(standing == Standing.WORKER, np.minimum(begin, this_month - 3), begin)
    return begin, stop


def _employers(rng: np.random.Generator, people: People, who: Ints, employers: Employers) -> Ints:
    """An employer of the person's province, one in seven of another."""
    province = people.province[who]
    away = rng.random(who.size) < 0.14
    province = np.where(away, people.province[rng.integers(0, people.size, who.size)], province)
    low, high = employers.starts[province], employers.starts[province + 1]
    chosen = low + (rng.random(who.size) * (high - low)).astype(np.int64)
    again = low + (rng.random(who.size) * (high - low)).astype(np.int64)
    # The State hires no foreigners; a second draw is private nearly always.
    refused = people.foreign[who] & employers.state[chosen]
    chosen = np.where(refused, again, chosen)
    private = np.flatnonzero(~employers.state)
    still = people.foreign[who] & employers.state[chosen]
    return np.where(still, private[np.minimum(np.searchsorted(private, chosen), private.size - 1)], chosen)


def _a_job(
    rng: np.random.Generator,
    person: Ints,
    employer: Ints,
    start: Ints,
    end: Ints,
    final: Bools,
    employers: Employers,
) -> Jobs:
    size = person.size
    state = employers.state[employer]
    failed = ~final & ~state & (rng.random(size) < 0.015)
    skill = np.where(
        state,
        rng.choice([1.86, 2.1, 2.34, 2.67], size, p=[0.2, 0.2, 0.45, 0.15]),
        rng.lognormal(0, 0.28, size),
    )
    return Jobs(
        person=person,
        employer=employer,
        start=start,
        end=end,
        skill=skill,
        raise_every=rng.choice([1, 2, 3], size, p=[0.45, 0.35, 0.2]),
        title=rng.integers(0, 1000, size),
        last=final,
        bankrupt_months=np.where(failed, rng.integers(3, 14, size), 0),
    )
