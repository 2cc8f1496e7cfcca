"""One chunk of people, put together: the arrays the other subjects read and the two files about people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from vssid.project.demo.seed.calendar_days import day_column, day_number
from vssid.project.demo.seed.people.demography import Bodies, Kin, draw_bodies, draw_kin
from vssid.project.demo.seed.people.names import Names, draw_names
from vssid.project.demo.seed.people.numbers import (
    Registry,
    born_after_reform,
    born_without_ten_digits,
)
from vssid.project.demo.seed.randomness import Bools, Chance, Ints, weighted
from vssid.project.demo.seed.tables import digits, pick, rows_of, settings_of, where_known
from vssid.project.demo.seed.world import World

_FOREIGN_SHARE = 0.012  # of those of working age; only the unattached are taken
_KOREA = 0  # position in the table of foreigners


@dataclass(frozen=True, slots=True)
class People:
    """A chunk of people. Arrays have one entry a person; ``first`` is the global position of the first.

    ``today`` is the as-of day; days count from 1970-01-01.
    """

    first: int
    today: int
    bodies: Bodies
    kin: Kin
    province: Ints
    old_code: Ints
    ward: Ints
    foreign: Bools
    country: Ints
    died_day: Ints
    insurance_number: pl.Series
    national_id: pl.Series
    mobile: pl.Series
    names: Names

    @property
    def size(self) -> int:
        return int(self.bodies.age.size)

    @property
    def posted_by_treaty(self) -> Bools:
        """Half of the Koreans hold a certificate of coverage of their own country."""
        posted: Bools = self.foreign & (self.country == _KOREA) & (np.arange(self.size) % 2 == 0)
        return posted

    @property
    def minority(self) -> Bools:
        return (self.names.ethnicity != "Kinh").to_numpy() & ~self.foreign


def draw_people(
    chance: Chance, world: World, registry: Registry, first: int, size: int, as_of: date
) -> People:
    """``size`` people at the global positions ``first`` on."""
    rng = chance.of("people")
    bodies = draw_bodies(chance, size, as_of)
    kin = draw_kin(chance, bodies)
    places = world.places
    ward = weighted(rng, places.ward_weights * places.province_weights[places.ward_province], size)[kin.root]
    province = places.ward_province[ward]
    foreign = (rng.random(size) < _FOREIGN_SHARE) & (bodies.age >= 24) & (bodies.age < 60)
    foreign &= (kin.carer < 0) & (kin.spouse < 0)
    foreign[kin.mother[kin.mother >= 0]] = False
    foreign[kin.guardian[kin.guardian >= 0]] = False
    foreign[kin.carer[kin.carer >= 0]] = False
    position = first + np.arange(size, dtype=np.int64)
    old_code = _old_codes(rng, world, province)
    at_birth = np.where(
        rng.random(size) < 0.85, old_code, _old_codes(rng, world, province[rng.permutation(size)])
    )
    new_code = np.array([int(code) for code in places.province_codes])[province]
    at_birth = np.where(born_after_reform(bodies.birth_day), new_code, at_birth)
    national = registry.citizen_numbers(position, at_birth, bodies.female, bodies.birth_day)
    ten = registry.insurance_numbers(position, old_code)
    twelve_only = pl.Series(born_without_ten_digits(bodies.birth_day))
    return People(
        first=first,
        today=day_number(as_of),
        bodies=bodies,
        kin=kin,
        province=province,
        old_code=old_code,
        ward=ward,
        foreign=foreign,
        country=weighted(rng, [float(row["weight"]) for row in rows_of("foreigners")], size),
        died_day=_deaths(rng, bodies, kin, as_of),
        insurance_number=ten.zip_with(~twelve_only, national),
        national_id=where_known(national, ~foreign),
        mobile=registry.mobile_numbers(position),
        names=draw_names(chance, bodies, kin, province, places),
    )


def people_file(people: People, world: World, chance: Chance) -> pl.DataFrame:
    """Rows of the kind ``people``."""
    rng = chance.of("contacts")
    size, age = people.size, people.bodies.age
    foreign = pl.Series(people.foreign)
    reached = (age >= 15) & (rng.random(size) < np.interp(age, [15, 25, 60, 90], [0.6, 0.97, 0.9, 0.4]))
    mailed = (age >= 16) & (rng.random(size) < np.interp(age, [16, 25, 45, 75], [0.5, 0.6, 0.3, 0.03]))
    position = pl.Series(people.first + np.arange(size))
    mail_words = pl.repeat("guest", size, eager=True).zip_with(foreign, people.names.mail_words)
    mail = pl.select(pl.format("{}{}@thu.example", mail_words, position)).to_series()
    streets: list[str] = settings_of("employer_words")["streets"]["names"]
    house = rng.integers(1, 240, size)[people.kin.root]
    street = pick(streets, rng.integers(0, len(streets), size)[people.kin.root])
    ward_name = pick(world.places.ward_names, people.ward)
    address = pl.select(pl.format("Số {}, đường {}, {}", pl.Series(house), street, ward_name)).to_series()
    return pl.DataFrame(
        {
            "insurance_number": people.insurance_number,
            "national_id": people.national_id,
            "passport_number": _passports(people),
            "full_name": _foreign_names(rng, people.country).zip_with(foreign, people.names.full),
            "birth_date": _birth_dates(rng, people.bodies),
            "sex": pick(["male", "female"], people.bodies.female.astype(np.int64)),
            "nationality": pick(["VN", *_countries()], np.where(people.foreign, people.country + 1, 0)),
            "ethnicity": where_known(people.names.ethnicity, ~people.foreign),
            "phone": where_known(people.mobile, reached),
            "email": where_known(mail, mailed),
            "province_code": pick(world.places.province_codes, people.province),
            "ward_code": pick(world.places.ward_codes, people.ward),
            "address": address,
            "office_code": pick(world.offices.codes, world.offices.of_ward[people.ward]),
            "died_on": day_column(people.died_day, people.died_day >= 0),
        }
    )


def relations_file(people: People) -> pl.DataFrame:
    """Rows of the kind ``relations``: the relative is the ``relation`` of the person."""
    kin, birth = people.kin, people.bodies.birth_day
    person: list[Ints] = []
    relative: list[Ints] = []
    label: list[Ints] = []
    since: list[Ints] = []

    def relate(who: Ints, whom: Ints, relation: int, day: Ints) -> None:
        person.append(who)
        relative.append(whom)
        label.append(np.full(who.size, relation))
        since.append(day)

    labels = ["child", "parent", "spouse", "cared_for", "ward", "sibling"]
    for parents in (kin.mother, kin.father):
        children = np.flatnonzero(parents >= 0)
        relate(parents[children], children, 0, birth[children])
        relate(children, parents[children], 1, birth[children])
    married = np.flatnonzero(kin.spouse >= 0)
    younger_birth = np.maximum(birth[married], birth[kin.spouse[married]])
    wedding = np.minimum(younger_birth + 24 * 365, people.today - 30)
    relate(married, kin.spouse[married], 2, wedding)
    old = np.flatnonzero(kin.carer >= 0)
    relate(kin.carer[old], old, 1, birth[kin.carer[old]])
    relate(old, kin.carer[old], 0, birth[kin.carer[old]])
    frail = old[people.bodies.age[old] >= 78]
    relate(kin.carer[frail], frail, 3, birth[frail] + 77 * 365)
    wards = np.flatnonzero(kin.guardian >= 0)
    relate(kin.guardian[wards], wards, 4, np.minimum(birth[wards] + 700, people.today - 1))
    elder, younger = _next_siblings(kin.mother, birth)
    relate(elder, younger, 5, birth[younger])
    relate(younger, elder, 5, birth[younger])
    numbers = people.insurance_number
    return pl.DataFrame(
        {
            "insurance_number": numbers.gather(np.concatenate(person)),
            "relative_insurance_number": numbers.gather(np.concatenate(relative)),
            "relation": pick(labels, np.concatenate(label)),
            "since": day_column(np.concatenate(since)),
        }
    )


def _next_siblings(mother: Ints, birth: Ints) -> tuple[Ints, Ints]:
    """Pairs of children of one mother, born one after the other."""
    children = np.flatnonzero(mother >= 0)
    children = children[np.lexsort((birth[children], mother[children]))]
    follows = mother[children[1:]] == mother[children[:-1]]
    return children[:-1][follows], children[1:][follows]


def _old_codes(rng: np.random.Generator, world: World, province: Ints) -> Ints:
    """The number of one of the former provinces that today's province was made of."""
    former: list[list[int]] = [[] for _ in world.places.province_codes]
    for old, new in world.places.old_provinces.items():
        former[world.places.province_codes.index(new)].append(int(old))
    counts = np.array([len(codes) for codes in former])
    table: Ints = np.array([(codes * 3)[:3] for codes in former])
    drawn: Ints = table[province, (rng.random(province.size) * counts[province]).astype(np.int64)]
    return drawn


def _deaths(rng: np.random.Generator, bodies: Bodies, kin: Kin, as_of: date) -> Ints:
    """The day of death of the few old people who died within the last year, else -1."""
    died = (
        (bodies.age >= 70) & (rng.random(bodies.age.size) < 0.01) & (kin.root == np.arange(bodies.age.size))
    )
    return np.where(died, day_number(as_of) - rng.integers(5, 365, bodies.age.size), -1)


def _birth_dates(rng: np.random.Generator, bodies: Bodies) -> pl.Series:
    """ISO dates; a few of the oldest know only their year or their year and month."""
    full = day_column(bodies.birth_day).cast(pl.String)
    vague = np.where(bodies.age >= 68, rng.random(bodies.age.size), 1.0)
    return full.str.head(4).zip_with(
        pl.Series(vague < 0.04), full.str.head(7).zip_with(pl.Series(vague < 0.05), full)
    )


def _passports(people: People) -> pl.Series:
    letters = pick([code[0] for code in _countries()], people.country)
    numbers = digits(30_000_000 + people.first + np.arange(people.size), 8)
    return where_known(pl.select(pl.format("{}{}", letters, numbers)).to_series(), people.foreign)


def _countries() -> list[str]:
    return [row["country"] for row in rows_of("foreigners")]


def _foreign_names(rng: np.random.Generator, country: Ints) -> pl.Series:
    """Family and given name of the person's country, in capitals as in a passport."""
    rows = rows_of("foreigners")
    parts = []
    for part in ("family", "given"):
        names = [row[part].split() for row in rows]
        counts = np.array([len(of_country) for of_country in names])
        starts = np.cumsum(counts) - counts
        drawn = starts[country] + (rng.random(country.size) * counts[country]).astype(np.int64)
        parts.append(pick([name.replace("_", " ") for of_country in names for name in of_country], drawn))
    return pl.select(pl.format("{} {}", *parts)).to_series()
