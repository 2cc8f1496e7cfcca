"""Who goes where, when and for what: the visits of the last two years as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from vssid.project.demo.seed.calendar_days import day_number
from vssid.project.demo.seed.health.cards import Cards
from vssid.project.demo.seed.people.population import People
from vssid.project.demo.seed.randomness import Bools, Ints, weighted
from vssid.project.demo.seed.reference.facilities import PRIMARY, SPECIALISED
from vssid.project.demo.seed.tables import rows_of
from vssid.project.demo.seed.world import World

_DAYS_BACK = 730
_NEWEST = 2  # claims reach the agency two days after the visit at the earliest
_BEDSIDE = 0.07
ROUTES = ["1.1", "1.2", "1.3", "1.5", "1.11", "1.12", "2", "1.15", "3.3"]
(
    REGISTERED,
    LISTED_PRIMARY,
    TRANSFER,
    FOLLOW_UP,
    OTHER_PRIMARY,
    BASIC_LEVEL,
    EMERGENCY,
    BASIC_LEVEL_STAY,
    DISTRICT,
) = range(9)
_LEVELS_SINCE = date(2025, 1, 1)
"""Law 51/2024/QH15: routes by level; before, by tier."""


@dataclass(frozen=True, slots=True)
class Episodes:
    """One entry a visit: who, where, when, what for, and by which card (a position in the cards)."""

    person: Ints
    number: Ints
    disease: Ints
    department: Ints
    facility: Ints
    route: Ints
    bedside: Bools
    admitted: Ints
    discharged: Ints
    card: Ints


def draw_episodes(
    rng: np.random.Generator, people: People, cards: Cards, world: World, as_of: date
) -> Episodes:
    holder = cards.holder
    age = people.bodies.age[holder]
    mean = (
        np.interp(age, [0, 2, 6, 15, 25, 40, 55, 70, 90], [7, 6.5, 3.2, 2.0, 2.2, 3.2, 5.0, 8.4, 8.0]) * 1.09
    )
    count = rng.poisson(mean * rng.gamma(1.3, 1 / 1.3, holder.size))
    row = np.repeat(np.arange(holder.size), count)
    person = holder[row]
    last_told = day_number(as_of) - _NEWEST
    died = people.died_day[person]
    newest = np.where(died >= 0, np.minimum(died - 1, last_told), last_told)
    oldest = np.maximum(newest - _DAYS_BACK, people.bodies.birth_day[person] + 1)
    # who was born in the last days has not been to a clinic yet
    old_enough = oldest <= newest
    row, person, newest, oldest = row[old_enough], person[old_enough], newest[old_enough], oldest[old_enough]
    admitted = oldest + (rng.random(person.size) * np.maximum(newest - oldest, 1)).astype(np.int64)
    stay = np.where(
        rng.random(person.size) < _BEDSIDE, np.minimum(rng.integers(3, 10, person.size), newest - admitted), 0
    )
    order = np.lexsort((admitted, person))
    row, person, admitted, stay = row[order], person[order], admitted[order], stay[order]
    bedside = stay > 0
    disease = _diseases(rng, people.bodies.female[person], people.bodies.age[person])
    facility, route = _where(rng, people, cards, world, row, bedside)
    of_levels = np.isin(route, [OTHER_PRIMARY, BASIC_LEVEL, BASIC_LEVEL_STAY])
    route = np.where(of_levels & (admitted < day_number(_LEVELS_SINCE)), DISTRICT, route)
    departments = [entry["code"] for entry in rows_of("departments")]
    department = np.array([departments.index(entry["department"]) for entry in rows_of("icd10_vi")])[disease]
    return Episodes(
        person=person,
        number=np.arange(person.size),
        disease=disease,
        department=department,
        facility=facility,
        route=route,
        bedside=bedside,
        admitted=admitted,
        discharged=admitted + np.maximum(stay, 0),
        card=row,
    )


def _diseases(rng: np.random.Generator, female: Bools, age: Ints) -> Ints:
    """A row of the disease table that fits sex and age, by frequency."""
    rows = rows_of("icd10_vi")
    weights = np.array([float(row["weight"]) for row in rows])
    youngest = np.array([int(row["age_from"]) for row in rows])
    oldest = np.array([int(row["age_to"]) for row in rows])
    sexes = np.array([{"": -1, "M": 0, "F": 1}[row["sex"]] for row in rows])
    disease = np.zeros(age.size, dtype=np.int64)
    # One small table a sex and year of age; the people themselves stay in arrays.
    key = age * 2 + female
    order = np.argsort(key, kind="stable")
    kinds, starts = np.unique(key[order], return_index=True)
    for kind, mine in zip(kinds.tolist(), np.split(order, starts[1:]), strict=True):
        years, woman = divmod(kind, 2)
        fits = (youngest <= years) & (years <= oldest) & ((sexes == -1) | (sexes == woman))
        disease[mine] = weighted(rng, weights * fits, mine.size)
    return disease


def _where(
    rng: np.random.Generator, people: People, cards: Cards, world: World, row: Ints, bedside: Bools
) -> tuple[Ints, Ints]:
    """Facility and route code: mostly the registered one, else another of the province."""
    facilities = world.facilities
    registered = cards.facility[row]
    province = people.province[cards.holder[row]]
    low, high = facilities.starts[province], facilities.starts[province + 1]
    other = low + (rng.random(row.size) * (high - low)).astype(np.int64)
    beds = np.flatnonzero(facilities.level != PRIMARY)
    first, after = np.searchsorted(beds, low), np.searchsorted(beds, high)
    other = np.where(bedside, beds[first + (rng.random(row.size) * (after - first)).astype(np.int64)], other)
    away = (rng.random(row.size) < 0.3) | (bedside & (facilities.level[registered] == PRIMARY))
    facility = np.where(away, other, registered)
    level = facilities.level[facility]
    draw = rng.random(row.size)
    basic = np.where(bedside, BASIC_LEVEL_STAY, BASIC_LEVEL)
    route = np.where(level == PRIMARY, OTHER_PRIMARY, np.where(level == SPECIALISED, TRANSFER, basic))
    route = np.where(away & (draw < 0.08), EMERGENCY, route)
    route = np.where((level != PRIMARY) & (draw > 0.8), FOLLOW_UP, route)
    station = np.array([name.startswith("Trạm Y tế") for name in facilities.file["name_vi"]])[facility]
    return facility, np.where(station, LISTED_PRIMARY, np.where(facility == registered, REGISTERED, route))
