"""The real 34 provinces and 3,321 communes since 2025-07-01, and the 63 and 10,035 before.

Codes, Vietnamese names and coordinates come from the package ``vietnamadminunits`` (MIT); the provinces'
English names, wage regions and population weights are in ``data/``. A wage region is set by commune in law;
one region a province is enough here. Old communes keep their district in the name, so that two of the same
name in one province can be told apart.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import numpy as np
import polars as pl

from vssid.kit.folding import without_marks
from vssid.project.demo.seed.randomness import Floats, Ints
from vssid.project.demo.seed.tables import rows_of

REFORM = date(2025, 7, 1)
"""Two levels instead of three, 34 provinces instead of 63."""
_BEFORE_REFORM = date(2025, 6, 30)
_CODES_SINCE = date(2004, 7, 8)  # Decision 124/2004/QĐ-TTg, the code list of administrative units
_DATA = files("vietnamadminunits") / "data"
_TYPES_EN = {"Phường": "Ward", "Xã": "Commune", "Thị trấn": "Township", "Đặc khu": "Special Zone"}


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Today's places as arrays (wards sorted by province), yesterday's wards, and the three files."""

    province_codes: list[str]
    province_names: list[str]
    province_weights: Floats
    province_regions: Ints
    province_minorities: Floats
    ward_codes: list[str]
    ward_names: list[str]
    ward_shorts: list[str]
    ward_province: Ints
    ward_weights: Floats
    ward_latitude: Floats
    ward_longitude: Floats
    old_provinces: dict[str, str]
    old_wards: pl.DataFrame
    provinces_file: pl.DataFrame
    wards_file: pl.DataFrame
    changes_file: pl.DataFrame


@cache
def load_places() -> Places:
    """Reads the places once; about a second."""
    now = _query(
        "select provinceCode, province, wardCode, ward, wardShort, wardType, wardLat, wardLon, provinceKey,"
        " wardKey from admin_units order by provinceCode, wardCode"
    )
    old = _query(
        "select provinceCode, province, wardCode, ward, wardShort, wardType, wardLat, wardLon, provinceKey,"
        " wardKey, district, districtKey from admin_units_legacy where wardCode is not null order by wardCode"
    )
    extra = {row["code"]: row for row in rows_of("provinces")}
    codes = sorted(extra)
    names = {row["provinceCode"]: row["province"] for row in now.iter_rows(named=True)}
    return Places(
        province_codes=codes,
        province_names=[names[code] for code in codes],
        province_weights=np.array([float(extra[code]["weight"]) for code in codes]),
        province_regions=np.array([("I", "II", "III", "IV").index(extra[code]["region"]) for code in codes]),
        province_minorities=np.array([float(extra[code]["minority"]) for code in codes]),
        ward_codes=now["wardCode"].to_list(),
        ward_names=now["ward"].to_list(),
        ward_shorts=now["wardShort"].to_list(),
        ward_province=np.array([codes.index(code) for code in now["provinceCode"]], dtype=np.int64),
        ward_weights=np.array([{"Phường": 2.2, "Xã": 1.0}.get(kind, 0.2) for kind in now["wardType"]]),
        ward_latitude=now["wardLat"].to_numpy(),
        ward_longitude=now["wardLon"].to_numpy(),
        old_provinces={row["code"]: row["successor"] for row in rows_of("provinces_before_2025")},
        old_wards=old,
        provinces_file=_provinces_file(now, old),
        wards_file=_wards_file(now, old),
        changes_file=_changes_file(now, old),
    )


def _query(statement: str) -> pl.DataFrame:
    with closing(sqlite3.connect(f"file:{_DATA / 'dataset.db'}?mode=ro&immutable=1", uri=True)) as base:
        cursor = base.execute(statement)
        columns = [column[0] for column in cursor.description]
        return pl.DataFrame(cursor.fetchall(), schema=columns, orient="row", infer_schema_length=None)


def _provinces_file(now: pl.DataFrame, old: pl.DataFrame) -> pl.DataFrame:
    parts = []
    for units, table, since, until in (
        (old, "provinces_before_2025", _CODES_SINCE, _BEFORE_REFORM),
        (now, "provinces", REFORM, None),
    ):
        english = {row["code"]: row["name_en"] for row in rows_of(table)}
        known = units.unique("provinceCode", maintain_order=True).sort("provinceCode")
        parts.append(
            known.select(
                code="provinceCode",
                name_vi="province",
                name_en=pl.col("provinceCode").replace_strict(english),
                since=pl.lit(since),
                until=pl.lit(until, dtype=pl.Date),
            )
        )
    return pl.concat(parts)


def _wards_file(now: pl.DataFrame, old: pl.DataFrame) -> pl.DataFrame:
    before = _ward_rows(
        old.with_columns(ward=pl.format("{}, {}", "ward", "district")), _CODES_SINCE, _BEFORE_REFORM
    )
    return pl.concat([before, _ward_rows(now, REFORM, None)])


def _ward_rows(units: pl.DataFrame, since: date, until: date | None) -> pl.DataFrame:
    english = [
        f"{without_marks(short)} {_TYPES_EN[kind]}" if not short.isdigit() else f"{_TYPES_EN[kind]} {short}"
        for short, kind in zip(units["wardShort"], units["wardType"], strict=True)
    ]
    return units.select(
        code="wardCode",
        province_code="provinceCode",
        name_vi="ward",
        name_en=pl.Series(english),
        since=pl.lit(since),
        until=pl.lit(until, dtype=pl.Date),
        latitude="wardLat",
        longitude="wardLon",
    )


def _changes_file(now: pl.DataFrame, old: pl.DataFrame) -> pl.DataFrame:
    """Which old unit went into which new one; a unit that stayed itself (name and code) is left out."""
    old_names = {row["code"]: row["name_en"] for row in rows_of("provinces_before_2025")}
    new_names = {row["code"]: row["name_en"] for row in rows_of("provinces")}
    pairs = [
        ("province", row["code"], row["successor"])
        for row in rows_of("provinces_before_2025")
        if row["code"] != row["successor"] or old_names[row["code"]] != new_names[row["successor"]]
    ]
    new_code = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in now.iter_rows(named=True)}
    name_of = dict(zip(now["wardCode"], now["ward"], strict=True))
    for row in old.iter_rows(named=True):
        key = f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey']}"
        for successor in sorted(_successors().get(key, ())):
            code = new_code.get(successor)
            if code and (code, name_of[code]) != (row["wardCode"], row["ward"]):
                pairs.append(("ward", row["wardCode"], code))
    return pl.DataFrame(
        [
            {"old_code": before, "new_code": after, "kind": kind, "since": REFORM}
            for kind, before, after in pairs
        ]
    )


@cache
def _successors() -> dict[str, set[tuple[str, str]]]:
    """Key of an old ward (province_district_ward) -> keys (province, ward) of the new ones it went into."""
    mapping = json.loads((_DATA / "converter_2025.json").read_text(encoding="utf-8"))
    found: dict[str, set[tuple[str, str]]] = {}
    for province, wards in mapping["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in wards.items():
            for old in olds:
                found.setdefault(old, set()).add((province, ward))
    for province, divided in mapping["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in divided.items():
            found.setdefault(old, set()).update((province, part["newWardKey"]) for part in parts)
    return found
