"""Ages and sexes as in Vietnam's pyramid, and families: couples, children, the old with their children."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from vssid.project.demo.seed.calendar_days import day_number
from vssid.project.demo.seed.randomness import Bools, Chance, Ints, weighted
from vssid.project.demo.seed.tables import rows_of

DAYS_A_YEAR = 365.2425
_NOBODY = -1
_YOUNGEST_PARENT = 17.5


@dataclass(frozen=True, slots=True)
class Bodies:
    """Birth days, ages in completed years at the as-of date, and sex."""

    birth_day: Ints
    age: Ints
    female: Bools


@dataclass(frozen=True, slots=True)
class Kin:
    """Positions of relatives within the chunk, -1 for none; ``root`` is the head of the household.

    A child whose mother is not in the chunk has a ``guardian`` instead; ``carer`` is the grown child
    who looks after an old person.
    """

    spouse: Ints
    mother: Ints
    father: Ints
    guardian: Ints
    carer: Ints
    root: Ints


def draw_bodies(chance: Chance, size: int, as_of: date) -> Bodies:
    """``size`` people of the 2024 inter-censal pyramid (``data/age_pyramid.csv``)."""
    rng = chance.of("bodies")
    bands = rows_of("age_pyramid")
    weights = [float(band[sex]) for sex in ("male", "female") for band in bands]
    drawn = weighted(rng, weights, size)
    low = np.array([int(band["age_from"]) for band in bands])[drawn % len(bands)]
    high = np.array([int(band["age_to"]) for band in bands])[drawn % len(bands)] + 1
    # The last band is long: squared draws make the oldest rare.
    spread = np.where(high - low > 5, rng.random(size) ** 2.2, rng.random(size))
    days_old = ((low + (high - low) * spread) * DAYS_A_YEAR).astype(np.int64)
    return Bodies(
        day_number(as_of) - days_old, (days_old / DAYS_A_YEAR).astype(np.int64), drawn >= len(bands)
    )


def draw_kin(chance: Chance, bodies: Bodies) -> Kin:
    """Marries people of like age, gives children to fitting mothers, and the old to a grown child."""
    rng = chance.of("kin")
    size = bodies.age.size
    spouse = _marry(rng, bodies)
    mother = _mothers(rng, bodies)
    father = np.where(mother >= 0, spouse[mother], _NOBODY)
    # A much younger husband is not the father.
    father[bodies.birth_day - bodies.birth_day[father] < _YOUNGEST_PARENT * DAYS_A_YEAR] = _NOBODY
    guardian = _guardians(rng, bodies, mother)
    carer = _carers(rng, bodies, spouse)
    root = np.arange(size)
    wives = bodies.female & (spouse >= 0)
    root[wives] = spouse[wives]
    root[mother >= 0] = mother[mother >= 0]
    root[guardian >= 0] = guardian[guardian >= 0]
    root[carer >= 0] = carer[carer >= 0]
    for _ in range(4):  # child -> mother -> her husband -> who cares for him -> that one's husband
        root = root[root]
    return Kin(spouse, mother, father, guardian, carer, root)


def _marry(rng: np.random.Generator, bodies: Bodies) -> Ints:
    spouse = np.full(bodies.age.size, _NOBODY, dtype=np.int64)
    wish = rng.random(bodies.age.size) < np.interp(
        bodies.age, [20, 25, 32, 55, 90], [0.02, 0.45, 0.82, 0.85, 0.5]
    )
    men = np.flatnonzero(wish & ~bodies.female & (bodies.age >= 20))
    women = np.flatnonzero(wish & bodies.female & (bodies.age >= 18))
    men = men[np.argsort(bodies.birth_day[men] + rng.normal(0, 900, men.size), kind="stable")]
    women = women[np.argsort(bodies.birth_day[women] - 900 + rng.normal(0, 900, women.size), kind="stable")]
    couples = min(men.size, women.size)
    # Spread both lists over the same length, so that the youngest marry the youngest.
    men = men[np.linspace(0, men.size - 1, couples).astype(np.int64)] if couples else men[:0]
    women = women[np.linspace(0, women.size - 1, couples).astype(np.int64)] if couples else women[:0]
    spouse[men], spouse[women] = women, men
    return spouse


def _mothers(rng: np.random.Generator, bodies: Bodies) -> Ints:
    mother = np.full(bodies.age.size, _NOBODY, dtype=np.int64)
    children = np.flatnonzero((bodies.age < 18) & (rng.random(bodies.age.size) < 0.96))
    women = np.flatnonzero(bodies.female & (bodies.age >= 20) & (bodies.age <= 58))
    if women.size < 2:
        return mother
    women = women[np.argsort(bodies.birth_day[women], kind="stable")]
    years = np.clip(rng.normal(27.5, 4.5, children.size), 19, 41)
    target = bodies.birth_day[children] - (years * DAYS_A_YEAR).astype(np.int64)
    chosen = women[np.clip(np.searchsorted(bodies.birth_day[women], target), 0, women.size - 1)]
    gap = (bodies.birth_day[children] - bodies.birth_day[chosen]) / DAYS_A_YEAR
    fits = (gap >= _YOUNGEST_PARENT) & (gap <= 46)
    mother[children[fits]] = chosen[fits]
    return mother


def _guardians(rng: np.random.Generator, bodies: Bodies, mother: Ints) -> Ints:
    guardian = np.full(bodies.age.size, _NOBODY, dtype=np.int64)
    orphans = np.flatnonzero((bodies.age < 18) & (mother < 0))
    grown = np.flatnonzero((bodies.age >= 40) & (bodies.age < 60))
    if grown.size:
        guardian[orphans] = grown[rng.integers(0, grown.size, orphans.size)]
    return guardian


def _carers(rng: np.random.Generator, bodies: Bodies, spouse: Ints) -> Ints:
    carer = np.full(bodies.age.size, _NOBODY, dtype=np.int64)
    alone_or_head = ~bodies.female | (spouse < 0)
    old = np.flatnonzero((bodies.age >= 63) & alone_or_head & (rng.random(bodies.age.size) < 0.6))
    grown = np.flatnonzero((bodies.age >= 25) & (bodies.age < 63))
    if not grown.size:
        return carer
    grown = grown[np.argsort(bodies.birth_day[grown], kind="stable")]
    target = bodies.birth_day[old] + (np.clip(rng.normal(28, 4, old.size), 20, 40) * DAYS_A_YEAR).astype(
        np.int64
    )
    chosen = grown[np.clip(np.searchsorted(bodies.birth_day[grown], target), 0, grown.size - 1)]
    gap = (bodies.birth_day[chosen] - bodies.birth_day[old]) / DAYS_A_YEAR
    fits = (gap >= _YOUNGEST_PARENT) & (gap <= 46)
    carer[old[fits]] = chosen[fits]
    return carer
