"""Visits of the last two years with their charges, and the sick-leave certificates that came of them.

Every amount adds up: the lines' amounts to the total, and what fund and patient pay to the same total.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
import polars as pl

from vssid.project.demo.seed import amounts
from vssid.project.demo.seed.calendar_days import day_column, day_number, month_of
from vssid.project.demo.seed.careers.standing import Standing
from vssid.project.demo.seed.dated import base_salary, rate_text
from vssid.project.demo.seed.health.cards import Cards
from vssid.project.demo.seed.people.population import People
from vssid.project.demo.seed.randomness import Bools, Chance, Floats, Ints, weighted, within_groups
from vssid.project.demo.seed.reference.facilities import PRIMARY, SPECIALISED
from vssid.project.demo.seed.tables import digits, pick, rows_of
from vssid.project.demo.seed.world import World

_DAYS_BACK = 730
_NEWEST = 2  # claims reach the agency two days after the visit at the earliest
_BEDSIDE = 0.07
_ROUTES = ["1.1", "1.2", "1.3", "1.5", "1.11", "1.12", "2"]
REGISTERED, LISTED_PRIMARY, TRANSFER, FOLLOW_UP, OTHER_PRIMARY, BASIC_LEVEL, EMERGENCY = range(7)
_SURGEONS = ("NGOAI", "SAN")


@dataclass(frozen=True, slots=True)
class _Visits:
    """One entry a visit: who, where, when, what for, and what the card pays."""

    person: Ints
    number: Ints
    disease: Ints
    department: Ints
    facility: Ints
    route: Ints
    bedside: Bools
    admitted: Ints
    discharged: Ints
    percent: Ints


@dataclass(frozen=True, slots=True)
class VisitFiles:
    """The three files that visits give rise to."""

    visits: pl.DataFrame
    lines: pl.DataFrame
    certificates: pl.DataFrame


def draw_visits(
    chance: Chance, people: People, standing: Ints, cards: Cards, world: World, as_of: date
) -> VisitFiles:
    """About four visits a person, more for the young and the old, with three lines each."""
    rng = chance.of("visits")
    visits = _visits(rng, people, cards, world, as_of)
    identity = pl.select(
        pl.format("KCB{}{}", digits(np.full(visits.person.size, chance.chunk), 3), digits(visits.number, 7))
    ).to_series()
    visit, lines, sums = _lines(rng, visits)
    numbers = people.insurance_number.gather(visits.person)
    diseases = rows_of("icd10_vi")
    frame = pl.DataFrame(
        {
            "insurance_number": numbers,
            "visit_id": identity,
            "facility_code": pick(world.facilities.codes, visits.facility),
            "department": pick([row["name_vi"] for row in rows_of("departments")], visits.department),
            "admitted_at": day_column(visits.admitted),
            "discharged_at": day_column(visits.discharged),
            "route_code": pick(_ROUTES, visits.route),
            "icd10": pick([row["code"] for row in diseases], visits.disease),
            "diagnosis": pick([row["name_vi"] for row in diseases], visits.disease),
            "total": sums["total"],
            "fund_paid": sums["fund_paid"],
            "copay": sums["copay"],
            "self_paid": sums["total"] - sums["fund_paid"] - sums["copay"],
            "exempt_copay": np.zeros(visits.person.size, dtype=np.int64),
        }
    )
    owner = {"insurance_number": numbers.gather(visit), "visit_id": identity.gather(visit)}
    certificates = _certificates(rng, visits, standing, world, numbers, identity)
    return VisitFiles(frame, pl.DataFrame({**owner, **lines}), certificates)


def _visits(rng: np.random.Generator, people: People, cards: Cards, world: World, as_of: date) -> _Visits:
    holder = cards.holder
    age = people.bodies.age[holder]
    mean = (
        np.interp(age, [0, 2, 6, 15, 25, 40, 55, 70, 90], [7, 6.5, 3.2, 2.0, 2.2, 3.2, 5.0, 8.4, 8.0]) * 1.09
    )
    count = rng.poisson(mean * rng.gamma(1.3, 1 / 1.3, holder.size))
    row = np.repeat(np.arange(holder.size), count)
    person = holder[row]
    newest = np.where(people.died_day[person] >= 0, people.died_day[person] - 1, day_number(as_of) - _NEWEST)
    oldest = np.maximum(newest - _DAYS_BACK, people.bodies.birth_day[person] + 1)
    admitted = oldest + (rng.random(person.size) * np.maximum(newest - oldest, 1)).astype(np.int64)
    stay = np.where(
        rng.random(person.size) < _BEDSIDE, np.minimum(rng.integers(3, 10, person.size), newest - admitted), 0
    )
    order = np.lexsort((admitted, person))
    row, person, admitted, stay = row[order], person[order], admitted[order], stay[order]
    bedside = stay > 0
    disease = _diseases(rng, people.bodies.female[person], people.bodies.age[person])
    facility, route = _where(rng, people, cards, world, row, bedside)
    departments = [entry["code"] for entry in rows_of("departments")]
    department = np.array([departments.index(entry["department"]) for entry in rows_of("icd10_vi")])[disease]
    return _Visits(
        person=person,
        number=np.arange(person.size),
        disease=disease,
        department=department,
        facility=facility,
        route=route,
        bedside=bedside,
        admitted=admitted,
        discharged=admitted + np.maximum(stay, 0),
        percent=np.where(route == LISTED_PRIMARY, 100, cards.percent[row]),
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
    route = np.where(level == PRIMARY, OTHER_PRIMARY, np.where(level == SPECIALISED, TRANSFER, BASIC_LEVEL))
    route = np.where(away & (draw < 0.08), EMERGENCY, route)
    route = np.where((level != PRIMARY) & (draw > 0.8), FOLLOW_UP, route)
    station = np.array([name.startswith("Trạm Y tế") for name in facilities.file["name_vi"]])[facility]
    return facility, np.where(station, LISTED_PRIMARY, np.where(facility == registered, REGISTERED, route))


@dataclass(frozen=True, slots=True)
class _Charges:
    """The price list as arrays, and for each department the rows it may use (padded, with counts)."""

    low: Floats
    high: Floats
    least: Ints
    most: Ints
    covered: Bools
    of_department: Ints
    counts: Ints
    consultation: int
    bed: int
    operation: int


@cache
def _charges() -> _Charges:
    rows = rows_of("charges")
    departments = [entry["code"] for entry in rows_of("departments")]
    fixed = ("consultation", "bed", "surgery")
    usable = [
        [
            number
            for number, row in enumerate(rows)
            if row["kind"] not in fixed
            and (not row["departments"] or department in row["departments"].split())
        ]
        for department in departments
    ]
    width = max(len(numbers) for numbers in usable)
    kinds = [row["kind"] for row in rows]
    return _Charges(
        low=np.array([float(row["price_from"]) for row in rows]),
        high=np.array([float(row["price_to"]) for row in rows]),
        least=np.array([int(row["quantity_from"]) for row in rows]),
        most=np.array([int(row["quantity_to"]) for row in rows]),
        covered=np.array([row["covered"] == "1" for row in rows]),
        of_department=np.array([(numbers * width)[:width] for numbers in usable]),
        counts=np.array([len(numbers) for numbers in usable]),
        consultation=kinds.index("consultation"),
        bed=kinds.index("bed"),
        operation=kinds.index("surgery"),
    )


def _lines(rng: np.random.Generator, visits: _Visits) -> tuple[Ints, dict[str, object], dict[str, Ints]]:
    """For each charge line the position of its visit and its columns; and the sums of each visit."""
    charges, size = _charges(), visits.person.size
    more = np.where(
        visits.bedside,
        rng.integers(4, 9, size),
        rng.choice([0, 1, 2, 3, 4], size, p=[0.09, 0.3, 0.35, 0.2, 0.06]),
    )
    visit = np.repeat(np.arange(size), 1 + more)
    line = within_groups(np.zeros(size, dtype=np.int64), 1 + more)
    count = charges.counts[visits.department]
    offset = (rng.random(size) * count).astype(np.int64)
    # Consecutive entries from a random start: a visit never has the same charge twice.
    item = charges.of_department[visits.department[visit], (offset[visit] + line) % count[visit]]
    bedside = visits.bedside[visit]
    operated = np.isin(visits.department, _surgical_departments())[visit] & (visits.number[visit] % 2 == 0)
    item = np.where(line == 0, np.where(bedside, charges.bed, charges.consultation), item)
    item = np.where((line == 1) & bedside & operated, charges.operation, item)
    spread = charges.most[item] - charges.least[item] + 1
    quantity = charges.least[item] + (rng.random(item.size) * spread).astype(np.int64)
    nights = (visits.discharged - visits.admitted)[visit]
    quantity = np.where(item == charges.bed, np.maximum(nights, 1), quantity)
    price = amounts.charge(rng, charges.low[item], charges.high[item])
    amount = quantity * price
    covered = charges.covered[item]
    total = _sum(visit, amount, size)
    base = base_salary().at(month_of(visits.admitted))
    small = amounts.paid_in_full(
        _sum(visit, np.where(covered, amount, 0), size), base, exempt=visits.percent == 100
    )
    percent = np.where(small, 100, visits.percent)[visit]
    fund = np.where(covered, amounts.fund_share(amount, percent), 0)
    copay = np.where(covered, amount - fund, 0)
    rows = rows_of("charges")
    columns: dict[str, object] = {
        "line": (line + 1).astype(np.int32),
        "kind": pick([row["kind"] for row in rows], item),
        "code": pick([row["code"] for row in rows], item),
        "name": pick([row["name"] for row in rows], item),
        "unit": pick([row["unit"] for row in rows], item),
        "quantity": quantity,
        "unit_price": price,
        "benefit_rate": pick(
            [rate_text(hundredth * 100) for hundredth in range(101)], np.where(covered, percent, 0)
        ),
        "amount": amount,
        "fund_paid": fund,
        "copay": copay,
    }
    sums = {"total": total, "fund_paid": _sum(visit, fund, size), "copay": _sum(visit, copay, size)}
    return visit, columns, sums


def _surgical_departments() -> list[int]:
    return [number for number, row in enumerate(rows_of("departments")) if row["code"] in _SURGEONS]


def _sum(visit: Ints, values: Ints, size: int) -> Ints:
    """Sums a visit; visits are consecutive, so a running sum keeps whole đồng exact."""
    total = np.concatenate([[0], np.cumsum(values)])
    edges = np.searchsorted(visit, np.arange(size + 1))
    sums: Ints = total[edges[1:]] - total[edges[:-1]]
    return sums


def _certificates(
    rng: np.random.Generator,
    visits: _Visits,
    standing: Ints,
    world: World,
    numbers: pl.Series,
    identity: pl.Series,
) -> pl.DataFrame:
    """Sick leave for workers, and a discharge paper for everybody who stayed in bed."""
    works = standing[visits.person] == Standing.WORKER
    may = world.facilities.certifies[visits.facility] == 1
    leave = works & may & (visits.bedside | (rng.random(works.size) < 0.12))
    chosen = np.flatnonzero(leave | visits.bedside)
    on_leave = leave[chosen]
    start = np.where(visits.bedside, visits.discharged, visits.admitted)[chosen]
    days = rng.integers(1, 6, chosen.size)
    serial = pl.select(pl.format("{}-{}", identity.gather(chosen), pl.lit("01"))).to_series()
    cancelled = (visits.number[chosen] % 97 == 0).astype(np.int64)
    return pl.DataFrame(
        {
            "insurance_number": numbers.gather(chosen),
            "visit_id": identity.gather(chosen),
            "serial": serial.str.replace("KCB", "GCN", literal=True),
            "kind": pick(["discharge", "sick_leave"], on_leave.astype(np.int64)),
            "issued_on": day_column(start),
            "from_date": day_column(start, on_leave),
            "to_date": day_column(start + days - 1, on_leave),
            "status": pick(["issued", "cancelled"], cancelled),
        }
    )
