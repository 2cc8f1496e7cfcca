"""Who the cast are (from ``cast.toml``) and where they live."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import polars as pl

from vssid.project.demo.seed.cast.places import HANOI_OFFICE
from vssid.project.demo.seed.reference.places import Places

_HOMES = {"mai": "26740", "grace": "26740", "wei": "07210", "minjun": "07210"}
_HANOI_HOME = "00004"
_OFFICES = {"00004": HANOI_OFFICE}
# Families: (person, relative, the relative is the person's …, since).
_RELATIONS = [
    ("lan", "binh", "child", date(2022, 6, 10)),
    ("binh", "lan", "parent", date(2022, 6, 10)),
    ("lan", "hoa", "parent", date(1994, 3, 14)),
    ("hoa", "lan", "child", date(1994, 3, 14)),
    ("lan", "hoa", "cared_for", date(2024, 2, 1)),
]


@dataclass(frozen=True, slots=True)
class Member:
    """One of the cast: ``key`` is the short name, the rest as in the file; absent numbers are empty."""

    key: str
    name: str
    sex: str
    birth_date: str
    nationality: str
    insurance_number: str
    national_id: str
    passport_number: str
    phone: str
    email: str

    @property
    def ward(self) -> str:
        return _HOMES.get(self.key, _HANOI_HOME)


@cache
def cast_members() -> tuple[Member, ...]:
    """All of the cast in the order of the file."""
    text = (files("vssid.project.demo") / "cast.toml").read_text(encoding="utf-8")
    names = [field for field in Member.__slots__ if field != "key"]
    return tuple(
        Member(key, **{name: str(entry.get(name, "")) for name in names})
        for key, entry in tomllib.loads(text).items()
    )


def number_of(key: str) -> str:
    """The insurance number of a member."""
    return next(member.insurance_number for member in cast_members() if member.key == key)


def people_rows(
    members: tuple[Member, ...], places: Places, offices_of_wards: dict[str, str]
) -> pl.DataFrame:
    """Rows of the kind ``people``."""
    rows = []
    for number, member in enumerate(members):
        ward = places.ward_codes.index(member.ward)
        rows.append(
            {
                "insurance_number": member.insurance_number,
                "national_id": member.national_id or None,
                "passport_number": member.passport_number or None,
                "full_name": member.name,
                "birth_date": member.birth_date,
                "sex": member.sex,
                "nationality": member.nationality,
                "ethnicity": "Kinh" if member.nationality == "VN" else None,
                "phone": member.phone or None,
                "email": member.email or None,
                "province_code": places.province_codes[int(places.ward_province[ward])],
                "ward_code": member.ward,
                "address": f"Số {10 + number}, đường Hoa Sữa, {places.ward_names[ward]}",
                "office_code": _OFFICES.get(member.ward, offices_of_wards[member.ward]),
            }
        )
    return pl.DataFrame(rows, infer_schema_length=None)


def relation_rows() -> pl.DataFrame:
    """Rows of the kind ``relations``: the relative is the ``relation`` of the person."""
    return pl.DataFrame(
        [
            {
                "insurance_number": number_of(person),
                "relative_insurance_number": number_of(relative),
                "relation": relation,
                "since": since,
            }
            for person, relative, relation, since in _RELATIONS
        ]
    )
