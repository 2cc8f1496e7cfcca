"""``ROWS``: a catalogue of ROWS facilities and employers, then the time of look-ups as people type them."""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from statistics import median, quantiles

import django
import numpy as np
import polars as pl

DAY = date(2026, 11, 22)
ROUNDS = 5
SYLLABLES = (
    "An Ánh Bạch Bắc Bảo Bình Cẩm Châu Chí Cường Dân Đại Đạt Đông Đức Gia Giang Hà Hải Hạnh Hiệp "
    "Hoa Hòa Hoàng Hùng Hưng Khánh Kim Lam Lâm Lan Long Lộc Mai Minh Mỹ Nam Ngân Ngọc Nguyên Nhân "
    "Nhật Phát Phong Phú Phúc Quang Quốc Quý Sơn Tài Tâm Tân Tây Thái Thành Thắng Thanh Thiên "
    "Thịnh Thuận Thủy Tiến Toàn Trí Trung Trường Tùng Việt Vinh Xuân Yên Hồng Phương Tuấn "
).split()
EMPLOYERS = (
    "Công ty TNHH",
    "Công ty Cổ phần",
    "Công ty TNHH Một thành viên",
    "Trường Tiểu học",
    "Hợp tác xã",
)
FACILITIES = ("Bệnh viện Đa khoa", "Phòng khám Đa khoa", "Trạm Y tế xã", "Trung tâm Y tế khu vực")
TYPED = {
    "facility": (
        "bach mai",
        "benh vien da khoa hoa binh",
        "phogn kham minh duc",
        "tram y te",
        "bv hn",
        "xyzzy",
    ),
    "employer": (
        "cty tnhh kim long",
        "cong ty",
        "hong phat thinh",
        "hopw tac xa tan tien",
        "cty cp",
        "qwertyu abc",
    ),
}


def main(rows: int) -> None:
    from django.db import transaction

    from vssid.apps.directory.models import Employer, Facility
    from vssid.apps.directory.services.remake_entries import remake_all_entries
    from vssid.apps.intake.database import load, table_of

    chance = np.random.default_rng(7)
    half = rows // 2
    shared = {"name_en": "", "address": "", "phone": ""}
    named = {kind: _names(words, half, chance) for kind, words in (("e", EMPLOYERS), ("f", FACILITIES))}
    provinces = [f"{province:02d}" for province in chance.integers(1, 35, half)]
    with transaction.atomic():
        load(
            table_of(Employer),
            pl.DataFrame({"code": [f"E{n:07d}" for n in range(half)], "name_vi": named["e"]}).with_columns(
                pl.Series("province_code", provinces), *(pl.lit(v).alias(k) for k, v in shared.items()),
                pl.lit("").alias("tax_code"), pl.lit("").alias("office_code"), pl.lit("I").alias("region"),
            ),
        )  # fmt: skip
        load(
            table_of(Facility),
            pl.DataFrame({"code": [f"{n:05d}" for n in range(half)], "name_vi": named["f"]}).with_columns(
                pl.Series("province_code", provinces), *(pl.lit(v).alias(k) for k, v in shared.items()),
                pl.lit("").alias("hours"), pl.lit("basic").alias("level"),
                pl.lit(date(2020, 1, 1)).alias("contract_since"),
            ),
        )  # fmt: skip
    started = time.perf_counter()
    with transaction.atomic():
        for kind in ("employer", "facility"):
            remake_all_entries(kind)
    remade = time.perf_counter() - started
    print(json.dumps({"remade_seconds": remade, **_timed()}))


def _names(words: tuple[str, ...], count: int, chance: np.random.Generator) -> list[str]:
    kinds = chance.integers(0, len(words), count)
    parts = chance.integers(0, len(SYLLABLES), (count, 3))
    return [
        f"{words[k]} {' '.join(SYLLABLES[p] for p in three)}" for k, three in zip(kinds, parts, strict=True)
    ]


def _timed() -> dict[str, object]:
    """Search and the rows it shows, as the page asks for them."""
    from django.db import connection

    from vssid.apps.directory.selectors.places import places
    from vssid.apps.directory.selectors.search import Wanted, find_places

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    by_words: dict[str, float] = {}
    for kind, typed in TYPED.items():
        for words in typed:
            costs = []
            for _ in range(ROUNDS):
                started = time.perf_counter()
                places(kind, find_places(Wanted(kind, DAY, words), limit=20).codes)
                costs.append((time.perf_counter() - started) * 1000)
            by_words[words] = round(median(costs), 2)
    return {
        "median": median(by_words.values()),
        "p95": quantiles(by_words.values(), n=20)[-1],
        "each": by_words,
    }


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]))
