"""``TABLE FRAME``: the rows of a table as posted, in the order of its key, kept in the file FRAME."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import django


def main(table: str, frame: Path) -> None:
    from django.apps import apps

    from vssid.apps.intake.database import columns_of, fetch
    from vssid.kit.sharding import cross_shard

    schema = columns_of(next(model for model in apps.get_models() if model._meta.db_table == table))
    with cross_shard("a measure reads the table it has just imported"):
        rows = fetch(f"SELECT {', '.join(schema)} FROM {table} ORDER BY person_id, seq", schema)
    rows.write_parquet(frame)
    print(json.dumps({"rows": rows.height}))


if __name__ == "__main__":
    django.setup()
    main(sys.argv[1], Path(sys.argv[2]))
