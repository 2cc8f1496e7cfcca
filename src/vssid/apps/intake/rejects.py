"""Findings as a file beside the delivered one, safe to open in a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import polars as pl

_FORMULA = r"^\s*[=+\-@＝＋－＠\t\r]"
"""A cell that a spreadsheet would compute begins like this; East Asian ones take the wide signs too."""

_SHOWN = 1_000
"""Letters of a value: enough to find it in the delivered file, which may repeat a far longer one."""


def write_beside(path: Path, ending: str, findings: pl.DataFrame, first_line: int) -> Path | None:
    """Writes ``<file>.<ending>.csv`` with line, column, value, code, message; replaces an older one whole.

    Without findings an older one is removed, and None returned.
    """
    target = path.with_name(f"{path.name}.{ending}.csv")
    if not findings.height:
        target.unlink(missing_ok=True)
        return None
    unfinished = target.with_name(f".{target.name}.part")
    lines = findings.select(
        (pl.col("row").cast(pl.Int64) + first_line).alias("line"),
        "column",
        as_text("value"),
        "code",
        as_text("message"),
    )
    lines.write_csv(unfinished)
    unfinished.replace(target)
    return target


def as_text(name: str) -> pl.Expr:
    """Column ``name``, shortened, and nothing in it that a spreadsheet would compute."""
    cell = pl.col(name).str.head(_SHOWN)
    return pl.when(cell.str.contains(_FORMULA)).then(pl.lit("'") + cell).otherwise(cell).alias(name)
