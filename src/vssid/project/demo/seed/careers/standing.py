"""What each person is to the insurance today: pupil, worker, pensioner, household member and so on."""

from __future__ import annotations

from enum import IntEnum

import numpy as np

from vssid.project.demo.seed.people.population import People
from vssid.project.demo.seed.randomness import Chance, Floats, Ints


class Standing(IntEnum):
    """The way a person is insured at the as-of date."""

    NONE = 0
    CHILD = 1
    PUPIL = 2
    STUDENT = 3
    WORKER = 4
    VOLUNTARY = 5
    HOUSEHOLD = 6
    POOR = 7
    NEAR_POOR = 8
    MINORITY = 9
    PENSIONER = 10
    AGED = 11
    UNEMPLOYED = 12


# Share of each standing by age band (upper end exclusive); what is missing to 1 has no insurance at all.
_SHARES: list[tuple[int, dict[Standing, float]]] = [
    (6, {Standing.CHILD: 0.99}),
    (18, {Standing.PUPIL: 0.9, Standing.POOR: 0.05, Standing.NEAR_POOR: 0.02}),
    (23, {Standing.STUDENT: 0.34, Standing.WORKER: 0.28, Standing.HOUSEHOLD: 0.24, Standing.POOR: 0.04}),
    (
        35,
        {
            Standing.WORKER: 0.5,
            Standing.HOUSEHOLD: 0.3,
            Standing.VOLUNTARY: 0.04,
            Standing.UNEMPLOYED: 0.015,
            Standing.POOR: 0.04,
        },
    ),
    (
        47,
        {
            Standing.WORKER: 0.42,
            Standing.HOUSEHOLD: 0.37,
            Standing.VOLUNTARY: 0.06,
            Standing.UNEMPLOYED: 0.012,
            Standing.POOR: 0.04,
        },
    ),
    (57, {Standing.WORKER: 0.25, Standing.HOUSEHOLD: 0.53, Standing.VOLUNTARY: 0.07, Standing.POOR: 0.05}),
    (62, {Standing.WORKER: 0.08, Standing.PENSIONER: 0.15, Standing.HOUSEHOLD: 0.62, Standing.POOR: 0.06}),
    (75, {Standing.PENSIONER: 0.27, Standing.HOUSEHOLD: 0.56, Standing.POOR: 0.07, Standing.NEAR_POOR: 0.03}),
    (200, {Standing.PENSIONER: 0.22, Standing.AGED: 0.62, Standing.POOR: 0.08}),
]


def draw_standing(chance: Chance, people: People) -> Ints:
    """One ``Standing`` a person; ethnic minorities often have the State's card, foreigners are workers."""
    rng = chance.of("standing")
    draw = rng.random(people.size)
    edges = _edges()
    band = np.searchsorted([until for until, _ in _SHARES], people.bodies.age, side="right")
    order = np.array([*list(Standing)[1:], Standing.NONE], dtype=np.int64)
    standing: Ints = order[(edges[band] <= draw[:, None]).sum(axis=1)]
    paid_by_state = people.minority & np.isin(standing, [Standing.PUPIL, Standing.HOUSEHOLD, Standing.NONE])
    standing[paid_by_state & (rng.random(people.size) < 0.6)] = Standing.MINORITY
    standing[people.foreign] = Standing.WORKER
    return standing


def _edges() -> Floats:
    """Cumulated shares: one row an age band, one column a standing, in their order from CHILD on."""
    rows = [[shares.get(standing, 0.0) for standing in list(Standing)[1:]] for _, shares in _SHARES]
    return np.cumsum(np.array(rows), axis=1)
