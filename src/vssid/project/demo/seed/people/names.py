"""Names by real frequency: family name by people, middle and given name by sex and generation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import polars as pl

from vssid.kit.folding import without_marks
from vssid.project.demo.seed.people.demography import Bodies, Kin
from vssid.project.demo.seed.randomness import Chance, Floats, Ints, weighted
from vssid.project.demo.seed.reference.places import Places
from vssid.project.demo.seed.tables import pick, rows_of

_GROUPS = ["kinh", "north", "highland", "khmer"]


@dataclass(frozen=True, slots=True)
class Names:
    """Full names, the parts an e-mail address is made of, and the ethnicity."""

    full: pl.Series
    mail_words: pl.Series
    ethnicity: pl.Series


def draw_names(chance: Chance, bodies: Bodies, kin: Kin, province: Ints, places: Places) -> Names:
    """Children carry their father's family name, grown children that of the father they care for."""
    rng = chance.of("names")
    size = bodies.age.size
    ethnic = _ethnicities(rng, province, places)[kin.root]
    labels, groups, _ = _ethnicity_table(places)
    family = _family_names(rng, np.array(groups, dtype=np.int64)[ethnic])
    cared = np.flatnonzero((kin.carer >= 0) & ~bodies.female)
    family[kin.carer[cared]] = family[cared]
    parent = np.where(kin.father >= 0, kin.father, kin.mother)
    family = np.where(parent >= 0, family[parent], family)
    year = 1970 + (bodies.birth_day / 365.2425).astype(np.int64)
    middle = _by_generation(rng, "middle_names", bodies, year)
    given = _by_generation(rng, "given_names", bodies, year)
    family_text = pick([row["name"] for row in rows_of("family_names")], family)
    middle_text, given_text = pick(_words("middle_names"), middle), pick(_words("given_names"), given)
    words = pl.DataFrame({"family": family_text, "middle": middle_text, "given": given_text})
    twice = (pl.col("middle") == pl.col("given")) | (pl.col("middle") == pl.col("family"))
    full = words.select(
        pl.when(twice)
        .then(pl.format("{} {}", "family", "given"))
        .otherwise(pl.format("{} {} {}", "family", "middle", "given"))
    ).to_series()
    mails = pick([without_marks(word).lower() for word in _words("given_names")], given)
    return Names(full, mails, pick(labels, ethnic) if size else pl.Series([], dtype=pl.String))


@cache
def _words(table: str) -> list[str]:
    return [name for row in rows_of(table) for name in row["names"].split()]


def _by_generation(rng: np.random.Generator, table: str, bodies: Bodies, year: Ints) -> Ints:
    """Indexes into ``_words(table)``; earlier names of a row are the commoner ones."""
    chosen = np.zeros(year.size, dtype=np.int64)
    offset = 0
    for row in rows_of(table):
        count = len(row["names"].split())
        mine = np.flatnonzero(
            (bodies.female == (row["sex"] == "female"))
            & (year >= int(row["born_from"]))
            & (year <= int(row["born_to"]))
        )
        chosen[mine] = offset + (count * rng.random(mine.size) ** 1.4).astype(np.int64)
        offset += count
    return chosen


def _family_names(rng: np.random.Generator, group: Ints) -> Ints:
    rows = rows_of("family_names")
    family = np.zeros(group.size, dtype=np.int64)
    for number, label in enumerate(_GROUPS):
        weights = [float(row["weight"]) if row["people"] == label else 0.0 for row in rows]
        mine = np.flatnonzero(group == number)
        family[mine] = weighted(rng, weights, mine.size)
    return family


@cache
def _ethnicity_table(places: Places) -> tuple[list[str], list[int], Floats]:
    """Labels (Kinh first), their name groups, and the weight of each (row) in each province (column)."""
    rows = rows_of("ethnicities")
    weights = np.zeros((len(rows), len(places.province_codes)))
    for number, row in enumerate(rows):
        for code in row["provinces"].split():
            weights[number, places.province_codes.index(code)] = float(row["weight"])
    return (
        ["Kinh", *(row["ethnicity"] for row in rows)],
        [0, *(_GROUPS.index(row["people"]) for row in rows)],
        weights,
    )


def _ethnicities(rng: np.random.Generator, province: Ints, places: Places) -> Ints:
    """0 for Kinh, else the row of the ethnicity table plus one, by the province's share of minorities."""
    _, _, weights = _ethnicity_table(places)
    edges = np.cumsum(weights, axis=0)
    total = edges[-1]
    minority = rng.random(province.size) < np.where(
        total[province] > 0, places.province_minorities[province], 0
    )
    draw = rng.random(province.size) * total[province]
    which = (edges[:, province] <= draw).sum(axis=0)
    return np.where(minority, np.minimum(which, weights.shape[0] - 1) + 1, 0)
