"""Parquet: columns of any simple type, read as the text a CSV file would hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from vssid.apps.intake.errors import ColumnType, NotParquet, TooManyRows, Unreadable
from vssid.apps.intake.findings import Findings
from vssid.apps.intake.sheets.composing import composed

MOST_ROWS = 10_000_000
LONGEST_CELL = 4_000
"""Letters kept of a text: more than any column takes, so that a longer one is still found too long."""


@dataclass
class ParquetFile:
    """A file of a few kilobytes may stand for any number of rows and any length of text: both are bounded
    before they take memory."""

    path: Path
    columns: list[str]

    def rows(self, wanted: Sequence[str], findings: Findings) -> tuple[pl.DataFrame, int]:
        """The wanted columns as text in NFC, and the number of rows. Raises NotParquet, TooManyRows."""
        try:
            if pl.scan_parquet(self.path, glob=False).select(pl.len()).collect().item() > MOST_ROWS:
                raise TooManyRows(file=self.path.name, most=f"{MOST_ROWS:,}")
            frame = pl.read_parquet(self.path, columns=list(wanted), glob=False)
        except (pl.exceptions.PolarsError, OSError) as error:
            raise NotParquet(file=self.path.name) from error
        for name, dtype in frame.schema.items():
            if dtype.is_nested() or dtype in (pl.Binary, pl.Object):
                raise ColumnType(file=self.path.name, column=name, found=str(dtype))
        texts = frame.select(_text(name, dtype) for name, dtype in frame.schema.items())
        return texts.with_columns(map(composed, texts)).with_row_index("row"), texts.height


def read_parquet(path: Path) -> ParquetFile:
    """Opens a Parquet file; raises NotParquet."""
    try:
        return ParquetFile(path, list(pl.read_parquet_schema(path)))
    except FileNotFoundError as error:
        raise Unreadable(file=path.name, reason="there is no such file") from error
    except (pl.exceptions.PolarsError, OSError) as error:
        raise NotParquet(file=path.name) from error


def _text(name: str, dtype: pl.DataType) -> pl.Expr:
    """The column as text without spaces around it; empty is null."""
    column = pl.col(name)
    if dtype == pl.Boolean:
        column = column.cast(pl.Int8)
    elif dtype.is_float():
        # whole numbers with gaps are often stored as floats; beyond 2 ** 53 a float is no exact number
        is_whole = (column == column.round()) & (column.abs() < 2**53)
        column = (
            pl.when(is_whole)
            .then(column.cast(pl.Int64, strict=False).cast(pl.String))
            .otherwise(column.cast(pl.String))
        )
    elif isinstance(dtype, pl.Datetime):
        column = column.dt.to_string("iso:strict")
    elif dtype == pl.String:
        column = (
            pl.when(column.str.len_bytes() > LONGEST_CELL)
            .then(column.str.head(LONGEST_CELL))
            .otherwise(column)
        )
    text = column.cast(pl.String).str.strip_chars()
    return pl.when(text != "").then(text).alias(name)
