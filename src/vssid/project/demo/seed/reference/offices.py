"""The agency's offices: one a province and local ones for about a dozen communes each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from vssid.kit.folding import without_marks
from vssid.project.demo.seed.randomness import Ints
from vssid.project.demo.seed.reference.places import Places
from vssid.project.demo.seed.tables import rows_of, settings_of

_COMMUNES_AN_OFFICE = 12
_HOURS = "T2-T6 07:30-11:30, 13:30-17:00"


@dataclass(frozen=True, slots=True)
class Offices:
    """Codes of all offices, which office serves each commune, and the file."""

    codes: list[str]
    of_ward: Ints
    file: pl.DataFrame


def make_offices(places: Places) -> Offices:
    """Office codes are ``0`` + province + two digits: 00 the provincial office, 01 on the local ones."""
    english = {row["code"]: row["name_en"] for row in rows_of("provinces")}
    rows: list[dict[str, object]] = []
    of_ward = np.zeros(len(places.ward_codes), dtype=np.int64)
    for number, (code, name) in enumerate(zip(places.province_codes, places.province_names, strict=True)):
        wards = np.flatnonzero(places.ward_province == number)
        kind, _, short = name.partition(" phố ") if name.startswith("Thành phố") else name.partition(" ")
        title = f"BHXH thành phố {short}" if kind == "Thành" else f"BHXH tỉnh {short}"
        rows.append(_office(places, int(wards[0]), f"0{code}00", title, f"{english[code]} Social Insurance"))
        for local, served in enumerate(
            np.array_split(wards, max(1, len(wards) // _COMMUNES_AN_OFFICE)), start=1
        ):
            of_ward[served] = len(rows)
            seat = places.ward_shorts[int(served[0])]
            rows.append(
                _office(
                    places,
                    int(served[0]),
                    f"0{code}{local:02d}",
                    f"BHXH cơ sở {seat}",
                    f"{without_marks(seat)} Local Social Insurance Office",
                )
            )
    return Offices([str(row["code"]) for row in rows], of_ward, pl.DataFrame(rows))


def _office(places: Places, ward: int, code: str, name_vi: str, name_en: str) -> dict[str, object]:
    streets: list[str] = settings_of("employer_words")["streets"]["names"]
    return {
        "code": code,
        "province_code": code[1:3],
        "name_vi": name_vi,
        "name_en": name_en,
        "address": f"Số {ward % 90 + 1}, đường {streets[ward % len(streets)]}, {places.ward_names[ward]}",
        "phone": f"+8425938{int(code):05d}",
        "email": f"office{code}@vssid.example",
        "hours": _HOURS,
        "latitude": float(places.ward_latitude[ward]),
        "longitude": float(places.ward_longitude[ward]),
    }
