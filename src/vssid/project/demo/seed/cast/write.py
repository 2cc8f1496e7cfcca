"""Writes the cast, the first people of every population."""

from __future__ import annotations

from datetime import date

import polars as pl

from vssid.domain.values.months import Month
from vssid.project.demo.seed.cast.benefits import benefit_rows
from vssid.project.demo.seed.cast.careers import household_rows, job_rows
from vssid.project.demo.seed.cast.health import card_rows, visit_rows
from vssid.project.demo.seed.cast.people import Member, people_rows, relation_rows
from vssid.project.demo.seed.cast.places import employers_file, facilities_file, offices_file
from vssid.project.demo.seed.output import Parts
from vssid.project.demo.seed.world import World


def write_cast_places(parts: Parts) -> None:
    """The offices, clinics and employers of the stories."""
    parts.add("offices", offices_file())
    parts.add("facilities", facilities_file())
    parts.add("employers", employers_file())


def write_cast(parts: Parts, world: World, members: tuple[Member, ...], as_of: date) -> None:
    """The people of the stories and all that belongs to them."""
    month = Month.containing(as_of)
    offices = {
        code: world.offices.codes[int(world.offices.of_ward[place])]
        for place, code in enumerate(world.places.ward_codes)
    }
    parts.add("people", people_rows(members, world.places, offices))
    parts.add("relations", relation_rows())
    parts.add("spells", pl.concat([job_rows(month), household_rows(month)], how="diagonal_relaxed"))
    parts.add("cards", card_rows(as_of))
    parts.add("benefits", benefit_rows(as_of))
    visits, lines, certificates = visit_rows(as_of)
    parts.add("visits", visits)
    parts.add("visit_lines", lines)
    parts.add("certificates", certificates)
