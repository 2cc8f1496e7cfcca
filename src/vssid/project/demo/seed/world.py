"""Everything around the people, made once for a run."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from vssid.project.demo.seed.output import Parts
from vssid.project.demo.seed.randomness import Chance
from vssid.project.demo.seed.reference.employers import Employers, make_employers
from vssid.project.demo.seed.reference.facilities import Facilities, make_facilities
from vssid.project.demo.seed.reference.offices import Offices, make_offices
from vssid.project.demo.seed.reference.places import Places, load_places
from vssid.project.demo.seed.tables import settings_of

_PEOPLE_AN_EMPLOYER = 40
_EMPLOYERS = (200, 40_000)


@dataclass(frozen=True, slots=True)
class World:
    """Places, offices, clinics and employers."""

    places: Places
    offices: Offices
    facilities: Facilities
    employers: Employers


def make_world(chance: Chance, people: int) -> World:
    """The world of a population of ``people``: only the number of employers grows with it."""
    places = load_places()
    offices = make_offices(places)
    count = min(max(people // _PEOPLE_AN_EMPLOYER, _EMPLOYERS[0]), _EMPLOYERS[1])
    return World(
        places, offices, make_facilities(places, chance), make_employers(places, offices, chance, count)
    )


def write_world(world: World, parts: Parts) -> None:
    """Writes the reference kinds, in the order in which they load."""
    parts.add("provinces", world.places.provinces_file)
    parts.add("wards", world.places.wards_file)
    parts.add("offices", world.offices.file)
    parts.add("facilities", world.facilities.file)
    parts.add("employers", world.employers.file)
    parts.add("unit_changes", pl.concat([world.places.changes_file, world.employers.changes]))
    parts.add("collection_points", collection_points(world))


def collection_points(world: World) -> pl.DataFrame:
    """One point in every tenth commune: a post counter."""
    places = world.places
    streets: list[str] = settings_of("employer_words")["streets"]["names"]
    rows = []
    for ward in range(0, len(places.ward_codes), 10):
        province = places.province_codes[int(places.ward_province[ward])]
        rows.append(
            {
                "code": f"BD{province}TH{province}{places.ward_codes[ward]}001",
                "province_code": province,
                "ward_code": places.ward_codes[ward],
                "name_vi": f"Điểm thu {places.ward_names[ward]}",
                "name_en": f"Collection point {places.ward_codes[ward]}",
                "address": f"Số 1, đường {streets[ward % len(streets)]}, {places.ward_names[ward]}",
                "phone": f"+842563{ward:06d}",
                "hours": "T2-T7 07:30-17:00",
                "latitude": float(places.ward_latitude[ward]),
                "longitude": float(places.ward_longitude[ward]),
            }
        )
    return pl.DataFrame(rows)
