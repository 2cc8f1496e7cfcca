"""Employers: invented names, a kind of work, a wage level, and how well they pay their contributions.

Tax codes are drawn so that their check digit is wrong: none can belong to a real firm. Codes have the shape
in use since August 2025 (tax code, group, business type; budget number and ``HC`` for the State).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from vssid.kit.folding import without_marks
from vssid.project.demo.seed.randomness import Bools, Chance, Floats, Ints, weighted
from vssid.project.demo.seed.reference.offices import Offices
from vssid.project.demo.seed.reference.places import Places
from vssid.project.demo.seed.tables import pick, settings_of

_REGIONS = ["I", "II", "III", "IV"]
_NEW_CODES = date(2025, 8, 1)
_TAX_WEIGHTS = np.array([31, 29, 23, 19, 17, 13, 7, 5, 3])


@dataclass(frozen=True, slots=True)
class Employers:
    """Employers sorted by province; those of province p are ``starts[p]`` to ``starts[p + 1]``.

    ``lag`` is how many months before the current one the last paid month lies (1: up to date);
    ``deferred`` is the number of months of 2021 put off by law.
    """

    codes: list[str]
    workplaces: list[str]
    starts: Ints
    region: Ints
    trade: Ints
    pay: Floats
    state: Bools
    lag: Ints
    deferred: Ints
    file: pl.DataFrame
    changes: pl.DataFrame


def trades() -> list[str]:
    """The kinds of work, in the order of ``Employers.trade``."""
    return list(settings_of("employer_words")["titles"])


def make_employers(places: Places, offices: Offices, chance: Chance, count: int) -> Employers:
    """``count`` employers (at least one of each kind a province) spread as people are."""
    rng = chance.of("employers")
    words = settings_of("employer_words")
    kinds = words["kind"]
    ward_share = places.ward_weights * places.province_weights[places.ward_province]
    ward = weighted(rng, ward_share, count)
    kind = weighted(rng, [entry["weight"] for entry in kinds], count)
    # Every province has at least one of every kind, however small the population.
    provinces = len(places.province_codes)
    first_wards = np.searchsorted(places.ward_province, np.arange(provinces))
    ward = np.concatenate([np.repeat(first_wards, len(kinds)), ward])
    kind = np.concatenate([np.tile(np.arange(len(kinds)), provinces), kind])
    order = np.argsort(places.ward_province[ward], kind="stable")
    ward, kind = ward[order], kind[order]
    total = ward.size
    province = places.ward_province[ward]
    state = np.array([entry.get("state", False) for entry in kinds])[kind]
    names, english = _names(places, kind, ward, rng)
    tax, codes = _codes(places, province, state)
    region = np.minimum(places.province_regions[province] + (rng.random(total) < 0.25), 3)
    lag = np.where(
        state, 1, rng.choice([0, 1, 2, 3, 5, 8, 13], total, p=[0.2, 0.71, 0.035, 0.02, 0.015, 0.012, 0.008])
    )
    deferred = np.where(~state & (rng.random(total) < 0.02), rng.integers(3, 7, total), 0)
    streets: list[str] = words["streets"]["names"]
    workplaces = [
        f"{places.ward_names[w]}, {places.province_names[p]}"
        for w, p in zip(ward.tolist(), province.tolist(), strict=True)
    ]
    since = rng.integers(1996, 2020, total)
    file = pl.DataFrame(
        {
            "code": codes,
            "tax_code": tax,
            "province_code": pick(places.province_codes, province),
            "office_code": pick(offices.codes, offices.of_ward[ward]),
            "region": pick(_REGIONS, region),
            "name_vi": names,
            "name_en": english,
            "address": [
                f"Lô {n % 40 + 1}, đường {streets[n % len(streets)]}, {place}"
                for n, place in enumerate(workplaces)
            ],
            "phone": pl.Series([f"+842573{n:06d}" for n in range(total)]),
            "since": pl.Series([date(int(year), 1 + int(year) % 12, 1) for year in since]),
        }
    )
    return Employers(
        codes=codes,
        workplaces=workplaces,
        starts=np.searchsorted(province, np.arange(provinces + 1)).astype(np.int64),
        region=region.astype(np.int64),
        trade=np.array([trades().index(entry["trade"]) for entry in kinds])[kind],
        pay=np.array([float(entry["pay"]) for entry in kinds])[kind] * rng.uniform(0.85, 1.35, total),
        state=state,
        lag=lag.astype(np.int64),
        deferred=deferred.astype(np.int64),
        file=file,
        changes=_renamed(codes),
    )


def _names(places: Places, kind: Ints, ward: Ints, rng: np.random.Generator) -> tuple[list[str], list[str]]:
    words = settings_of("employer_words")
    first: list[str] = words["first"]
    second: list[str] = words["second"]
    picks = rng.integers(0, len(first) * len(second), kind.size)
    vietnamese, english = [], []
    for which, at, word in zip(kind.tolist(), ward.tolist(), picks.tolist(), strict=True):
        entry = words["kind"][which]
        own = first[word % len(first)] + second[word // len(first)]
        commune = places.ward_names[at][:1].lower() + places.ward_names[at][1:]
        of_commune = bool(entry.get("commune"))
        vietnamese.append(entry["vi"].format(commune if of_commune else own))
        english.append(entry["en"].format(without_marks(places.ward_shorts[at] if of_commune else own)))
    return vietnamese, english


def _codes(places: Places, province: Ints, state: Bools) -> tuple[list[str], list[str]]:
    number = np.arange(province.size)
    stem = np.array([int(code) for code in places.province_codes])[province] * 10_000_000 + 1_000_000 + number
    figures = (stem[:, None] // 10 ** np.arange(8, -1, -1)) % 10
    right = 10 - (figures * _TAX_WEIGHTS).sum(axis=1) % 11
    tax = [f"{s:09d}{(r + 3) % 10}" for s, r in zip(stem.tolist(), right.tolist(), strict=True)]
    codes = [
        f"{1_000_000 + n}HC" if of_state else f"{code}DNA03"
        for n, (code, of_state) in enumerate(zip(tax, state.tolist(), strict=True))
    ]
    return tax, codes


def _renamed(codes: list[str]) -> pl.DataFrame:
    """The seven-character code every tenth employer had before August 2025."""
    letters = "ABCDEGHIKLMNPQRSTUVXY"
    rows = [
        {
            "old_code": f"T{letters[n // 10000 % len(letters)]}{n % 10000:04d}{letters[n % len(letters)]}",
            "new_code": codes[n],
            "kind": "employer",
            "since": _NEW_CODES,
        }
        for n in range(0, len(codes), 10)
    ]
    return pl.DataFrame(rows)
