"""Writing the population: numbered parts a kind, each of a bounded number of rows, with their digests."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

import polars as pl

from vssid.project.demo.seed.columns import conform

ROWS_PER_PART = 500_000
"""Half of what a part may have: what waits to be written stays in memory."""
Format = Literal["parquet", "csv"]


@dataclass(frozen=True, slots=True)
class PartFile:
    """One written file: its kind, name, number of data rows and SHA-256 in hexadecimal."""

    kind: str
    name: str
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was written and from what: the same inputs and version give the same digests."""

    people: int
    seed: int
    as_of: date
    version: int
    files: tuple[PartFile, ...]

    @property
    def rows(self) -> dict[str, int]:
        """Kind -> rows of all its parts, kinds in the order in which they load."""
        totals: dict[str, int] = {}
        for part in self.files:
            totals[part.kind] = totals.get(part.kind, 0) + part.rows
        return totals

    def save(self, out: Path) -> None:
        """Writes ``manifest.json`` into the folder ``out``."""
        text = json.dumps(asdict(self), default=str, indent=1, ensure_ascii=False)
        (out / "manifest.json").write_text(text + "\n", encoding="utf-8")


@dataclass
class Parts:
    """Collects the frames of every kind and writes a part whenever one is full."""

    out: Path
    format: Format = "parquet"
    _waiting: dict[str, list[pl.DataFrame]] = field(default_factory=dict)
    _written: list[PartFile] = field(default_factory=list)

    def add(self, kind: str, frame: pl.DataFrame) -> None:
        """Appends rows of ``kind``; ValueError for a column the kind does not have."""
        waiting = self._waiting.setdefault(kind, [])
        waiting.append(conform(kind, frame))
        while sum(part.height for part in waiting) >= ROWS_PER_PART:
            rows = pl.concat(waiting)
            self._write(kind, rows.head(ROWS_PER_PART))
            waiting[:] = [rows.slice(ROWS_PER_PART)]

    def finish(self) -> tuple[PartFile, ...]:
        """Writes what is left and returns all parts, kinds in the order they came first."""
        for kind, waiting in self._waiting.items():
            rows = pl.concat(waiting)
            if rows.height:
                self._write(kind, rows)
        order = list(self._waiting)
        return tuple(sorted(self._written, key=lambda part: (order.index(part.kind), part.name)))

    def _write(self, kind: str, rows: pl.DataFrame) -> None:
        number = 1 + sum(part.kind == kind for part in self._written)
        path = self.out / f"{kind}-{number:04d}.{self.format}"
        if self.format == "csv":
            rows.write_csv(path)
        else:
            rows.rechunk().write_parquet(
                path, compression="zstd", compression_level=1, row_group_size=250_000
            )
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        self._written.append(PartFile(kind, path.name, rows.height, digest))
