"""What is wrong with which line: collected column by column, written out line by line."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

SCHEMA: dict[str, pl.DataType] = {
    "row": pl.UInt32(),
    "column": pl.String(),
    "value": pl.String(),
    "code": pl.String(),
    "message": pl.String(),
}


@dataclass
class Findings:
    """``row`` counts the data rows from 0; ``code`` is stable; ``message`` names the way out."""

    _frames: list[pl.DataFrame] = field(default_factory=list)

    def add(
        self, rows: pl.Series, column: str, values: pl.Series, code: str | pl.Series, message: str | pl.Series
    ) -> None:
        """One finding a row; ``values`` stand in the file, ``message`` gets the column's name before it."""
        if not len(rows):
            return
        found = pl.DataFrame({"row": rows, "value": values}).with_columns(
            pl.lit(column).alias("column"),
            pl.lit(code).alias("code"),
            (pl.lit(f"{column}: ") + pl.lit(message)).alias("message"),
        )
        self._frames.append(found.select(pl.col(name).cast(dtype) for name, dtype in SCHEMA.items()))

    def extend(self, frame: pl.DataFrame) -> None:
        """Findings made elsewhere, in the columns of SCHEMA."""
        self._frames.append(frame.select(pl.col(name).cast(dtype) for name, dtype in SCHEMA.items()))

    def frame(self) -> pl.DataFrame:
        """All findings by row, those of one row in the order in which they were made."""
        if not self._frames:
            return pl.DataFrame(schema=SCHEMA)
        return pl.concat(self._frames).sort("row", maintain_order=True)

    def rows(self) -> pl.Series:
        """The rows with at least one finding."""
        return self.frame()["row"].unique()

    def without_found(self, frame: pl.DataFrame) -> pl.DataFrame:
        """``frame`` (with its ``row`` column) less the rows something was found in."""
        rows = self.rows()
        return frame.filter(~pl.col("row").is_in(rows.implode())) if len(rows) else frame
