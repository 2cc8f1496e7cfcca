"""Parquet files that people bring."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from vssid.domain.values.problem import Problem, marked


class NotParquet(Problem):
    code = "not_parquet"
    sentence = marked("%(file)s cannot be read as Parquet: %(reason)s. Write it again as Parquet.")


@contextmanager
def reading(file: Path) -> Iterator[None]:
    """What goes wrong with a file while it is read, as NotParquet."""
    try:
        yield
    except (pl.exceptions.PolarsError, OSError) as error:
        reason = str(error).partition("\n")[0].rstrip(".")
        raise NotParquet(field=str(file), file=file, reason=reason) from error


def schema_of(file: Path) -> pl.Schema:
    """Names and types of the columns. Raises NotParquet."""
    with reading(file):
        return pl.scan_parquet(file, glob=False).collect_schema()


def count(file: Path) -> int:
    """How many lines it has. Raises NotParquet."""
    with reading(file):
        lines: int = pl.scan_parquet(file, glob=False).select(pl.len()).collect().item()
        return lines
