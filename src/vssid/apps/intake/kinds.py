"""The layout of a file: its columns, its key, its rules. A kind of the agency's files also says how its rows
are posted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Protocol

import polars as pl

from vssid.apps.intake.checks import RowCheck
from vssid.apps.intake.columns import Column
from vssid.apps.intake.findings import Findings
from vssid.apps.intake.progress import Progress


class Prepared(Protocol):
    """What posting would do, counted; nothing is written until :meth:`post`."""

    @property
    def new(self) -> int: ...
    @property
    def corrected(self) -> int: ...
    @property
    def same(self) -> int: ...

    def post(self, batch: int, progress: Progress) -> None: ...


class Posting(Protocol):
    """How the rows of a kind reach their table, and how a batch is taken back from it."""

    def prepare(
        self, kind: Kind, rows: pl.DataFrame, delivered: Collection[str], findings: Findings
    ) -> Prepared:
        """Compares ``rows`` with what stands; what only that shows to be wrong goes into ``findings``.

        ``rows``: ``row`` and the table's columns, personal values open, unknown ones null. ``delivered``: the
        table's columns the file has; what it lacks keeps the value that stands.
        """
        ...

    def made(self, kind: Kind, batch: int) -> pl.Series:
        """What ``batch`` made that rows of other kinds may refer to: codes, or person ids."""
        ...

    def users_of(self, kind: Kind, column: str, values: pl.Series, after: int) -> Collection[int]:
        """Batches after ``after`` that posted a row of ``kind`` with one of ``values`` in ``column``."""
        ...

    def builders_on(self, kind: Kind, batch: int) -> Collection[int]:
        """Later batches whose rows of the same table rest on those of ``batch``."""
        ...

    def take_back(self, kind: Kind, batch: int) -> None:
        """Removes what ``batch`` posted and restores what it changed."""
        ...


@dataclass(frozen=True)
class Layout:
    """``key`` and ``columns`` by their names in the file. ``warnings`` are told and posted all the same."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    checks: tuple[RowCheck, ...] = ()
    warnings: tuple[RowCheck, ...] = ()

    @property
    def stored_key(self) -> tuple[str, ...]:
        """The key by the names of the table's columns."""
        return tuple(column.stored for column in self.columns if column.name in self.key)

    def column(self, name: str) -> Column:
        """The column called ``name`` in the file or in the table."""
        return next(column for column in self.columns if name in (column.name, column.stored))


@dataclass(frozen=True)
class Kind(Layout):
    posting: Posting = field(kw_only=True)
