"""Visits of the last two years with their charges, and the sick-leave certificates that came of them.

Every amount adds up: the lines' amounts to the total, and what fund and patient pay to the same total.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from vssid.domain.law.benefits.health_care.routes import number
from vssid.project.demo.seed.calendar_days import day_column
from vssid.project.demo.seed.careers.standing import Standing
from vssid.project.demo.seed.health.cards import Cards
from vssid.project.demo.seed.health.charges import draw_lines
from vssid.project.demo.seed.health.claims import Visits
from vssid.project.demo.seed.health.episodes import ROUTES, Episodes, draw_episodes
from vssid.project.demo.seed.people.population import People
from vssid.project.demo.seed.randomness import Chance, Ints
from vssid.project.demo.seed.tables import digits, pick, rows_of
from vssid.project.demo.seed.world import World


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
    visits = draw_episodes(rng, people, cards, world, as_of)
    identity = pl.select(
        pl.format("KCB{}{}", digits(np.full(visits.person.size, chance.chunk), 3), digits(visits.number, 7))
    ).to_series()
    asked = Visits(
        person=visits.person,
        admitted=visits.admitted,
        digit=cards.digit[visits.card],
        group=cards.group[visits.card],
        route=np.array([number(code) for code in ROUTES])[visits.route],
        stay=visits.bedside,
        five_years=cards.five_years[visits.card],
    )
    visit, lines, sums = draw_lines(rng, visits, asked)
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
            "route_code": pick(ROUTES, visits.route),
            "icd10": pick([row["code"] for row in diseases], visits.disease),
            "diagnosis": pick([row["name_vi"] for row in diseases], visits.disease),
            "total": sums["total"],
            "fund_paid": sums["fund_paid"],
            "copay": sums["copay"],
            "self_paid": sums["total"] - sums["fund_paid"] - sums["copay"],
            "exempt_copay": sums["exempt_copay"],
        }
    )
    owner = {"insurance_number": numbers.gather(visit), "visit_id": identity.gather(visit)}
    certificates = _certificates(rng, visits, standing, world, numbers, identity)
    return VisitFiles(frame, pl.DataFrame({**owner, **lines}), certificates)


def _certificates(
    rng: np.random.Generator,
    visits: Episodes,
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
