"""1,000,000 spells through ``vssid import``, beside ``psql \\copy`` of the rows it posted.

All on one private server with the same durable settings (:data:`bench.postgres.SETTINGS`), in interleaved
rounds; the floor and the load step fill an empty logged table with the same columns and key, and the whole
command a fresh database that holds the catalogues, people and relations.
"""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path
from statistics import median

from bench import postgres
from bench.children import WORK, Cost, inside, vssid
from bench.population import REFERENCE, files, import_kinds, of_kinds
from bench.result import Result, against, at_least, at_most, skipped, told

PEOPLE = 100_000
"""Have a little more than ROWS spells."""

ROWS = 1_000_000
ROUNDS = 3
LOAD_BAR, WHOLE_BAR = 0.6, 0.25
MOST_MIB = 1536.0
SQLITE_ROWS = 30_000
HOME = WORK / "import"
NAME = f"import {ROWS:,} spells"


def measure(people: int) -> list[Result]:
    """The bar names a number of rows: ``people`` changes nothing."""
    shutil.rmtree(HOME, ignore_errors=True)
    on_sqlite = _on_sqlite()
    if not postgres.is_here():
        return [skipped(f"{NAME}, PostgreSQL", "no server binaries"), *on_sqlite]
    with postgres.durable_cluster() as address:
        return [*_on_postgres(address), *on_sqlite]


def _on_sqlite() -> list[Result]:
    prepared, homes = HOME / "sqlite", [HOME / f"sqlite-{number}" for number in range(ROUNDS)]
    import_kinds(PEOPLE, *REFERENCE, "people", "relations", home=prepared)
    wholes = []
    for home in homes:
        shutil.copytree(prepared, home)
        wholes.append(_import_spells(home))
        shutil.rmtree(home)
    rate = median(_rate(whole) for whole in wholes)
    return [at_least(f"{NAME}, whole command, SQLite", rate, "rows/s", SQLITE_ROWS)]


def _on_postgres(address: str) -> list[Result]:
    home = HOME / "postgres"
    prepared = postgres.new_database(address, "prepared")
    import_kinds(PEOPLE, *REFERENCE, "people", "relations", home=home, database=prepared)
    postgres.run(prepared, "VACUUM ANALYZE")
    floors, loads, wholes = [], [], []
    for number in range(ROUNDS):
        database = postgres.new_database(address, f"round_{number}", like="prepared")
        postgres.run(address, "CHECKPOINT")
        wholes.append(_import_spells(home, database))
        posted = _Posted(database, home)
        floors.append(posted.copied())
        loads.append(posted.loaded())
        posted.forget()
    floor, cpu = median(floors), median(whole.cpu_seconds for whole in wholes)
    return [
        against(f"{NAME}, load step ({postgres.SETTINGS})", median(loads), "rows/s", floor, LOAD_BAR),
        against(f"{NAME}, whole command", median(map(_rate, wholes)), "rows/s", floor, WHOLE_BAR),
        at_most(f"{NAME}, memory", max(whole.peak_mib for whole in wholes), "MiB", MOST_MIB),
        told(f"{NAME}, processor time of the command", cpu, "s"),
    ]


def _import_spells(home: Path, database: str = "") -> Cost:
    return vssid("import", *_spells(), home=home, database=database)


def _spells() -> list[Path]:
    """The first files that hold ROWS rows together; a population's parts are of one size."""
    parts = of_kinds(files(PEOPLE), "spells")
    return parts[: ROWS // _rows_a_part()]


def _rows_a_part() -> int:
    import polars as pl

    first = of_kinds(files(PEOPLE), "spells")[0]
    rows = int(pl.scan_parquet(first).select(pl.len()).collect().item())
    if ROWS % rows:
        raise RuntimeError(f"{first} has {rows:,} rows: no number of such files has {ROWS:,}")
    return rows


def _rate(whole: Cost) -> float:
    """Rows a second, from what the command says it posted."""
    new = sum(int(said.replace(",", "")) for said in re.findall(r"([\d,]+) new,", whole.output))
    if new != ROWS:
        raise RuntimeError(f"{new:,} rows were posted instead of {ROWS:,}:\n{whole.output}")
    return new / whole.seconds


class _Posted:
    """The posted spells of one database, kept as CSV and as a frame to be loaded once more."""

    def __init__(self, database: str, home: Path) -> None:
        self.database, self.home = database, home
        self.dump, self.frame = (HOME / "spell.csv").resolve(), HOME / "spell.parquet"
        dump = rf"\copy (SELECT * FROM spell ORDER BY person_id, seq) TO '{self.dump}' (FORMAT csv)"
        postgres.psql(database, dump)
        inside("keep_rows", "spell", self.frame, home=home, database=database)

    def copied(self) -> float:
        """Rows a second of ``\\copy``."""
        self._empty_table()
        started = time.perf_counter()
        postgres.psql(self.database, rf"\copy spell_again FROM '{self.dump}' (FORMAT csv)")
        return ROWS / (time.perf_counter() - started)

    def loaded(self) -> float:
        """Rows a second of the importer's load step."""
        self._empty_table()
        load = inside("load_rows", self.frame, "spell_again", home=self.home, database=self.database)
        return float(load["rows"] / load["seconds"])

    def forget(self) -> None:
        self.dump.unlink()
        self.frame.unlink()

    def _empty_table(self) -> None:
        postgres.run(
            self.database,
            "DROP TABLE IF EXISTS spell_again",
            "CREATE TABLE spell_again (LIKE spell INCLUDING ALL)",
            "CHECKPOINT",
        )
