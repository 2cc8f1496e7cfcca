"""Shared catalogues: a row stands once under its key and is changed in place; an image keeps what it was."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

import orjson
import polars as pl
from django.db import models

from vssid.apps.intake.database import columns_of, fetch, listed, load, table_of
from vssid.apps.intake.findings import Findings
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import images
from vssid.apps.intake.posting.fitting import as_stored
from vssid.apps.intake.posting.matching import Matched, match
from vssid.apps.intake.progress import Progress


@dataclass(frozen=True)
class CatalogueTable:
    """``model``: primary key = the key of the kind. ``follow``: makes anew what is derived from the rows with
    these codes (first part of the key), whether they were made, changed or taken away."""

    model: type[models.Model]
    follow: Callable[[pl.Series], None] | None = None

    def prepare(
        self, kind: Kind, rows: pl.DataFrame, delivered: Collection[str], findings: Findings
    ) -> PreparedCatalogue:
        fitted = as_stored(rows, self.model, kind)
        standing = self._standing(kind, fitted)
        return PreparedCatalogue(self, kind, match(fitted, standing, kind.stored_key, delivered))

    def made(self, kind: Kind, batch: int) -> pl.Series:
        """The codes (first part of the key) of the rows that ``batch`` made."""
        keys = images.keys_of(batch, table_of(self.model), made=True)
        return pl.Series([orjson.loads(key)[0] for key in keys], dtype=pl.String)

    def users_of(self, kind: Kind, column: str, values: pl.Series, after: int) -> set[int]:
        table, key, types = table_of(self.model), kind.stored_key, columns_of(self.model)
        names = ", ".join(f"t.{name}" for name in key)
        with listed(values) as wanted:
            rows = fetch(
                f"SELECT {names} FROM {table} t JOIN {wanted} w ON w.value = t.{column}",  # noqa: S608
                {name: types[name] for name in key},
            )
        return images.changers_of(table, images.key_texts(rows, key), after)

    def builders_on(self, kind: Kind, batch: int) -> set[int]:
        table = table_of(self.model)
        return images.changers_of(table, images.keys_of(batch, table), batch)

    def take_back(self, kind: Kind, batch: int) -> None:
        keys = images.keys_of(batch, table_of(self.model))
        images.restore(self.model, kind.stored_key, batch)
        if self.follow:
            self.follow(pl.Series([orjson.loads(key)[0] for key in keys], dtype=pl.String))

    def _standing(self, kind: Kind, rows: pl.DataFrame) -> pl.DataFrame:
        first, types = kind.stored_key[0], columns_of(self.model)
        names = ", ".join(f"t.{name}" for name in types)
        with listed(rows[first]) as wanted:
            return fetch(
                f"SELECT {names} FROM {table_of(self.model)} t JOIN {wanted} w ON w.value = t.{first}",  # noqa: S608
                types,
            )


@dataclass(frozen=True)
class PreparedCatalogue:
    catalogue: CatalogueTable
    kind: Kind
    matched: Matched

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
        model, key, matched = self.catalogue.model, self.kind.stored_key, self.matched
        names = list(columns_of(model))
        progress.begin("load", self.new + self.corrected)
        images.keep(table_of(model), key, batch=batch, keys=matched.new, rows=None)
        load(table_of(model), matched.new.select(names), progress.advance)
        images.replace_rows(
            model,
            key,
            batch=batch,
            before=matched.replaced.select(names),
            after=matched.changed.select(names),
        )
        progress.advance(self.corrected)
        if self.catalogue.follow:
            self.catalogue.follow(pl.concat([matched.new[key[0]], matched.changed[key[0]]]))
