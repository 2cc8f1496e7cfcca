"""Clinics and hospitals: invented houses of real kinds, with the five-digit codes claims carry.

Codes keep the province number of before July 2025, as real facilities do; ``province_code`` is today's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from vssid.kit.folding import without_marks
from vssid.project.demo.seed.randomness import Chance, Ints
from vssid.project.demo.seed.reference.places import Places
from vssid.project.demo.seed.tables import settings_of

PRIMARY, BASIC, SPECIALISED = range(3)
_LEVELS = ["primary", "basic", "specialised"]
# Kind, English kind, level, how many a former province, may certify sick leave, named after a commune.
_KINDS = [
    ("Bệnh viện Đa khoa {}", "{} General Hospital", SPECIALISED, 1, 1, False),
    ("Bệnh viện Y học cổ truyền {}", "{} Traditional Medicine Hospital", BASIC, 1, 1, False),
    ("Bệnh viện Sản - Nhi {}", "{} Women's and Children's Hospital", BASIC, 1, 1, False),
    ("Trung tâm Y tế khu vực {}", "{} Area Health Centre", BASIC, 5, 1, True),
    ("Phòng khám Đa khoa {}", "{} Polyclinic", PRIMARY, 5, 1, False),
    ("Phòng khám {}", "{} Clinic", PRIMARY, 2, 0, False),
    ("Trạm Y tế {}", "{} Health Station", PRIMARY, 9, 0, True),
]


@dataclass(frozen=True, slots=True)
class Facilities:
    """Facilities sorted by today's province; those of province p are ``starts[p]`` to ``starts[p + 1]``."""

    codes: list[str]
    level: Ints
    certifies: Ints
    starts: Ints
    file: pl.DataFrame


def make_facilities(places: Places, chance: Chance) -> Facilities:
    """About 24 a former province, each at a commune of that province."""
    rng = chance.of("facilities")
    words: list[str] = settings_of("employer_words")["facilities"]["places"]
    rows: list[dict[str, object]] = []
    for (old_code,), wards in places.old_wards.group_by(["provinceCode"], maintain_order=True):
        sites = wards.sample(
            sum(kind[3] for kind in _KINDS), seed=int(rng.integers(2**31)), with_replacement=True
        )
        chosen = iter(sites.iter_rows(named=True))
        serial = 0
        for vi, en, level, count, certifies, of_commune in _KINDS:
            for nth in range(count):
                site, serial = next(chosen), serial + 1
                invented = words[(int(str(old_code)) + 5 * nth + len(vi)) % len(words)]
                rows.append(
                    {
                        "code": f"{old_code}{serial:03d}",
                        "province_code": places.old_provinces[str(old_code)],
                        "name_vi": vi.format(
                            f"{site['wardType'].lower()} {site['wardShort']}" if of_commune else invented
                        ),
                        "name_en": en.format(without_marks(site["wardShort"] if of_commune else invented)),
                        "level": _LEVELS[level],
                        "address": f"{site['ward']}, {site['province']}",
                        "phone": f"+8425838{old_code}{serial:03d}",
                        "hours": "24/7" if level else "T2-T7 07:00-17:00",
                        "latitude": site["wardLat"],
                        "longitude": site["wardLon"],
                        "contract_since": date(2015 + serial % 6, 1, 1),
                        "contract_until": None,
                        "sick_leave": certifies,
                    }
                )
    file = pl.DataFrame(rows, infer_schema_length=None).sort("province_code", "code")
    province = file["province_code"].to_numpy()
    return Facilities(
        codes=file["code"].to_list(),
        level=np.array([_LEVELS.index(level) for level in file["level"]], dtype=np.int64),
        certifies=file["sick_leave"].to_numpy().astype(np.int64),
        starts=np.searchsorted(province, [*places.province_codes, "99"]).astype(np.int64),
        file=file,
    )
