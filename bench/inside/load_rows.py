"""``FRAME TABLE``: the importer's load step of the file FRAME into TABLE, committed; how long it took."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import django
import polars as pl


def main(frame: Path, table: str) -> None:
    from django.db import connection, transaction

    from vssid.apps.intake.database import load

    rows = pl.read_parquet(frame)
    connection.ensure_connection()
    started = time.perf_counter()
    with transaction.atomic():
        load(table, rows)
    print(json.dumps({"rows": rows.height, "seconds": time.perf_counter() - started}))


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]), sys.argv[2])
