"""CSV, UTF-8, comma, one line a row.

No column may hold a line break, so a line is a row whatever its quotes say: a quote that is never closed
spoils its own line and no other. Lines are first looked at one by one, and only those that are whole are
read as fields.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import polars as pl

from vssid.apps.intake.errors import EmptyFile, NotUtf8, Unreadable
from vssid.apps.intake.findings import Findings
from vssid.apps.intake.sheets.composing import composed

_SHOWN = 80
_QUOTED = r'"(?:[^"]|"")*"'
_FIELD = rf'(?:[^",]*|{_QUOTED})'
_WELL_QUOTED = rf"^{_FIELD}(?:,{_FIELD})*$"
"""RFC 4180, for one line."""


@dataclass
class Lines:
    """The header and the lines below it that hold anything, each with its row number."""

    columns: list[str]
    body: pl.DataFrame

    def rows(self, wanted: Sequence[str], findings: Findings) -> tuple[pl.DataFrame, int]:
        """The wanted columns of every whole row, and the number of all rows."""
        count = self.body.height
        whole = _whole_lines(self.body, len(self.columns), findings)
        del self.body
        return _fields(whole, self.columns, wanted), count


def read_lines(path: Path) -> Lines:
    """Opens a CSV file; raises EmptyFile, NotUtf8 or another Unreadable."""
    try:
        lines = pl.read_lines(path, row_index_name="row", glob=False)
    except pl.exceptions.NoDataError as error:
        raise EmptyFile(file=path.name) from error
    except (pl.exceptions.PolarsError, OSError) as error:
        raise _reason(path) from error
    columns = _header(lines["line"][0] if lines.height else "", path.name)
    body = lines.slice(1)
    body = body.with_columns((pl.col("row") - 1).cast(pl.UInt32), composed(body["line"]))
    return Lines(columns, body.filter(pl.col("line").str.strip_chars() != ""))


def _header(line: str, file: str) -> list[str]:
    try:
        columns = next(csv.reader([line.removeprefix("\ufeff").strip()], strict=True), [])
    except csv.Error as error:
        raise Unreadable(file=file, reason="the quotes in its first line do not match") from error
    if not columns:
        raise EmptyFile(file=file)
    return [name.strip() for name in columns]


def _whole_lines(lines: pl.DataFrame, width: int, findings: Findings) -> pl.DataFrame:
    """Lines with matching quotes and one field a column; the others are found."""
    quoted = pl.col("line").str.contains('"', literal=True)
    well_quoted = pl.col("line").str.contains(_WELL_QUOTED)
    outside_quotes = pl.when(quoted).then(pl.col("line").str.replace_all(_QUOTED, "")).otherwise("line")
    judged = lines.with_columns(
        (~quoted | well_quoted).alias("well_quoted"),
        (outside_quotes.str.count_matches(",", literal=True) + 1).alias("fields"),
    )
    misquoted = judged.filter(~pl.col("well_quoted"))
    findings.add(
        misquoted["row"],
        "line",
        misquoted["line"].str.slice(0, _SHOWN),
        "quotes_unmatched",
        "The quotes in this line do not match. Close each quote, and write a quote inside a text twice.",
    )
    odd = judged.filter(pl.col("well_quoted") & (pl.col("fields") != width))
    findings.add(
        odd["row"], "line", odd["line"].str.slice(0, _SHOWN), "fields_differ", _width_message(odd, width)
    )
    return judged.filter(pl.col("well_quoted") & (pl.col("fields") == width)).select("row", "line")


def _width_message(odd: pl.DataFrame, width: int) -> pl.Series:
    return odd.select(
        pl.format(
            "This line has {} fields and the first line {}. Put quotes around a text that holds a comma,"
            " and add what is missing.",
            "fields",
            pl.lit(width),
        )
    ).to_series()


def _fields(whole: pl.DataFrame, columns: Sequence[str], wanted: Sequence[str]) -> pl.DataFrame:
    """The wanted columns as text without spaces around it; empty is null."""
    if not whole.height:
        return pl.DataFrame(schema={"row": pl.UInt32(), **dict.fromkeys(wanted, pl.String())})
    text = BytesIO()
    whole.select("line").write_csv(text, include_header=False, quote_style="never")
    text.seek(0)
    fields = pl.read_csv(text, has_header=False, new_columns=columns, infer_schema=False, quote_char='"')
    if fields.height != whole.height:
        raise RuntimeError(f"{whole.height} whole lines were read as {fields.height}")
    return fields.select(whole["row"], *(_tidy(name) for name in wanted))


def _tidy(name: str) -> pl.Expr:
    text = pl.col(name).str.strip_chars()
    return pl.when(text != "").then(text).alias(name)


def _reason(path: Path) -> Unreadable:
    """Why the file cannot be opened: the line that is not UTF-8, or what the system says."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                try:
                    line.decode()
                except UnicodeDecodeError:
                    return NotUtf8(file=path.name, line=number)
    except OSError as error:
        return Unreadable(file=path.name, reason=error.strerror or "the system refuses it")
    return Unreadable(file=path.name, reason="it is not a CSV file")
