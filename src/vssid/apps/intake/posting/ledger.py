"""Rows of persons that are only ever added: a correction cancels a row by a reversal and posts it anew."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

import polars as pl
from django.db import models

from vssid.apps.intake.database import columns_of, fetch, listed, load, run, table_of
from vssid.apps.intake.findings import Findings
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting.fitting import as_stored
from vssid.apps.intake.posting.matching import Matched, match
from vssid.apps.intake.posting.seals import opened, sealed
from vssid.apps.intake.progress import Progress
from vssid.kit.posting_numbers import batch_of, batch_range

Judge = Callable[[pl.DataFrame, pl.DataFrame, Findings], None]
"""Looks at the delivered rows and the rows that stand for the same persons; adds to the findings."""
Follow = Callable[[pl.Series, pl.DataFrame], None]
"""Makes anew what is derived: of these persons, from these rows, all that now stand for them."""
Claim = Callable[[pl.DataFrame, pl.DataFrame, int], None]
"""Writes what else comes with new rows (``person_id`` and values), and what goes with the rows they replace,
in the name of a batch."""


@dataclass(frozen=True)
class LedgerTable:
    """``model``: primary key ``(person_id, seq)`` and a column ``reversal_of``.

    ``known_as``: the column by which rows of other kinds refer to a row. ``release`` takes ``claim`` back.
    """

    model: type[models.Model]
    judges: tuple[Judge, ...] = ()
    follow: Follow | None = None
    claim: Claim | None = None
    release: Callable[[int], None] | None = None
    known_as: str = ""

    def prepare(
        self, kind: Kind, rows: pl.DataFrame, delivered: Collection[str], findings: Findings
    ) -> PreparedLedger:
        fitted = as_stored(rows, self.model, kind)
        persons = fitted["person_id"].unique()
        standing = self.standing(kind, persons)
        for judge in self.judges:
            judge(fitted, standing, findings)
        sound = findings.without_found(fitted)
        key = ["person_id", *(name for name in kind.stored_key if name != "person_id")]
        return PreparedLedger(self, kind, match(sound, standing, key, delivered), standing)

    def standing(self, kind: Kind, persons: pl.Series) -> pl.DataFrame:
        """The live rows of ``persons``, sealed values open, in the names without ``_sealed``."""
        table, schema = table_of(self.model), columns_of(self.model)
        names = ", ".join(f"t.{name}" for name in schema)
        with listed(persons) as wanted:
            rows = fetch(
                f"SELECT {names} FROM {table} t JOIN {wanted} w ON w.value = t.person_id",  # noqa: S608
                schema,
            )
        return opened(_live(rows), kind, table)

    def add(self, kind: Kind, rows: pl.DataFrame, done: Callable[[int], None]) -> None:
        """Loads ``rows`` (open values, ``person_id``, ``seq``, ``reversal_of``) in the order of their key."""
        ordered = rows.sort("person_id", "seq")
        closed = sealed(ordered, kind, table_of(self.model))
        load(table_of(self.model), closed.select(name for name in columns_of(self.model)), done)

    def builders_on(self, kind: Kind, batch: int) -> set[int]:
        """Batches that corrected a row of ``batch``."""
        first, last = batch_range(batch)
        rows = fetch(
            f"SELECT DISTINCT seq FROM {table_of(self.model)}"  # noqa: S608
            " WHERE reversal_of BETWEEN %s AND %s AND seq > %s",
            {"seq": pl.Int64()},
            (first, last, last),
        )
        return {batch_of(seq) for seq in rows["seq"]}

    def made(self, kind: Kind, batch: int) -> pl.Series:
        """The names of the rows ``batch`` brought; one that it only corrected stood before."""
        if not self.known_as:
            return pl.Series(dtype=pl.String)
        table = table_of(self.model)
        return fetch(
            f"SELECT t.{self.known_as} FROM {table} t"  # noqa: S608
            " WHERE t.seq BETWEEN %s AND %s AND t.reversal_of IS NULL"
            " AND NOT EXISTS (SELECT 1"
            f" FROM {table} r WHERE r.person_id = t.person_id AND r.seq = t.seq - 1)",
            {"name": pl.String()},
            batch_range(batch),
        )["name"]

    def users_of(self, kind: Kind, column: str, values: pl.Series, after: int) -> set[int]:
        """Batches after ``after`` that posted a row with one of ``values`` in ``column``."""
        _, last = batch_range(after)
        with listed(values) as wanted:
            rows = fetch(
                f"SELECT DISTINCT t.seq >> 32 FROM {table_of(self.model)} t"  # noqa: S608
                f" JOIN {wanted} w ON w.value = t.{column} WHERE t.seq > %s",
                {"batch": pl.Int64()},
                (last,),
            )
        return set(rows["batch"])

    def take_back(self, kind: Kind, batch: int) -> None:
        table, bounds = table_of(self.model), batch_range(batch)
        touched = fetch(
            f"SELECT DISTINCT person_id FROM {table} WHERE seq BETWEEN %s AND %s",  # noqa: S608
            {"person_id": pl.Int64()},
            bounds,
        )["person_id"]
        run(f"DELETE FROM {table} WHERE seq BETWEEN %s AND %s", bounds)  # noqa: S608
        if self.release:
            self.release(batch)
        if self.follow:
            self.follow(touched, self.standing(kind, touched))


@dataclass(frozen=True)
class PreparedLedger:
    ledger: LedgerTable
    kind: Kind
    matched: Matched
    standing: pl.DataFrame

    @property
    def new(self) -> int:
        return self.matched.new.height

    @property
    def corrected(self) -> int:
        return self.matched.changed.height

    @property
    def same(self) -> int:
        return self.matched.same.height

    def post(self, batch: int, progress: Progress) -> None:
        first, _ = batch_range(batch)
        changed = self.matched.changed
        fresh = numbered(pl.concat([self.matched.new, changed]), first)
        progress.begin("load", fresh.height + changed.height)
        self.ledger.add(self.kind, fresh, progress.advance)
        if changed.height:
            self.ledger.add(
                self.kind, reversals(self.matched.replaced, changed["row"], first), progress.advance
            )
        if self.ledger.claim:
            self.ledger.claim(fresh, self.matched.replaced, batch)
        if self.ledger.follow and fresh.height:
            self.ledger.follow(fresh["person_id"].unique(), self._standing_after(fresh))

    def _standing_after(self, fresh: pl.DataFrame) -> pl.DataFrame:
        touched = self.standing.join(fresh.select("person_id").unique(), on="person_id", how="semi")
        kept = touched.join(self.matched.replaced, on=["person_id", "seq"], how="anti")
        return pl.concat([kept.select(fresh.columns), fresh]) if kept.height else fresh


def numbered(rows: pl.DataFrame, first: int) -> pl.DataFrame:
    """New rows: line n of the file has the odd number 2n + 1 of the batch."""
    return rows.with_columns(
        (pl.col("row").cast(pl.Int64) * 2 + 1 + first).alias("seq"),
        pl.lit(None, dtype=pl.Int64).alias("reversal_of"),
    ).drop("row")


def reversals(replaced: pl.DataFrame, rows: pl.Series, first: int) -> pl.DataFrame:
    """The cancelled rows once more, under the even numbers of the lines that correct them."""
    return replaced.with_columns(
        pl.col("seq").alias("reversal_of"), (rows.cast(pl.Int64) * 2 + first).alias("seq")
    )


def _live(rows: pl.DataFrame) -> pl.DataFrame:
    """As :func:`vssid.domain.ledger.corrections.live`, for many persons."""
    cancelling = rows.filter(pl.col("reversal_of").is_not_null())
    if not cancelling.height:
        return rows
    cancelled = cancelling.select("person_id", pl.col("reversal_of").alias("seq"))
    return rows.filter(pl.col("reversal_of").is_null()).join(cancelled, on=["person_id", "seq"], how="anti")
