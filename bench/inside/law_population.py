"""A prepared table of people as Parquet, in row groups of 250,000; prints its path as JSON. In a process of
its own:
a child's peak memory counts from that of its parent."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import polars as pl


def main(people: int, folder: Path) -> None:
    path = folder / f"people-{people}.parquet"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        rng = np.random.default_rng(1)
        months = rng.integers(180, 480, people)
        frame = pl.DataFrame(
            {
                "female": rng.random(people) < 0.5,
                "birth_month": rng.integers(1940 * 12, 1970 * 12, people),
                "province_code": rng.integers(1, 35, people).astype(str),
                "months": months,
                "months_compulsory": months,
                "early_months": rng.integers(0, 60, people),
                "average_total": months * rng.integers(3_000_000, 50_000_000, people) * 100,
                "average_months": months,
                "floored": rng.random(people) < 0.7,
            }
        )
        frame.write_parquet(path, row_group_size=250_000)
    print(json.dumps(str(path)))


main(int(sys.argv[1]), Path(sys.argv[2]))
