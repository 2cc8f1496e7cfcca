"""CSV, UTF-8, comma, one line a row.

No column may hold a line break, so a line is a row whatever its quotes say: a quote that is never closed
spoils its own line and no other. Lines without quotes are split all at once, the others one by one.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from vssid.apps.intake.errors import EmptyFile, NotUtf8, Unreadable
from vssid.apps.intake.findings import Findings

_SHOWN = 80


@dataclass
class Lines:
    """The header and the lines below it that hold anything, each with its row number."""

    columns: list[str]
    body: pl.DataFrame

    def rows(self, wanted: Sequence[str], findings: Findings) -> tuple[pl.DataFrame, int]:
        """The wanted columns of every whole row, and the number of all rows."""
        quoted = self.body["line"].str.contains('"', literal=True)
        plain = _split(self.body.filter(~quoted), self.columns, findings)
        careful = _parse(self.body.filter(quoted), self.columns, findings)
        frame = pl.concat([plain.select("row", *wanted), careful.select("row", *wanted)])
        frame = frame.sort("row") if careful.height and plain.height else frame
        return frame.with_columns(_tidy(name) for name in wanted), self.body.height


def read_lines(path: Path) -> Lines:
    """Opens a CSV file; raises EmptyFile or NotUtf8."""
    try:
        lines = pl.read_lines(path, row_index_name="row", glob=False)
    except pl.exceptions.NoDataError as error:
        raise EmptyFile(file=path.name) from error
    except (pl.exceptions.PolarsError, OSError) as error:
        raise _reason(path) from error
    if not lines.height:
        raise EmptyFile(file=path.name)
    header = lines["line"][0].removeprefix("\ufeff").strip()
    try:
        columns = [name.strip() for name in next(csv.reader([header], strict=True), [])]
    except csv.Error as error:
        raise Unreadable(file=path.name, reason="the quotes in its first line do not match") from error
    if not columns:
        raise EmptyFile(file=path.name)
    body = lines.slice(1).with_columns(
        (pl.col("row") - 1).cast(pl.UInt32), pl.col("line").str.normalize("NFC")
    )
    return Lines(columns, body.filter(pl.col("line").str.strip_chars() != ""))


def _split(lines: pl.DataFrame, columns: Sequence[str], findings: Findings) -> pl.DataFrame:
    """Lines without quotes; those with too few or too many fields are left out and found."""
    commas = lines["line"].str.count_matches(",", literal=True)
    whole = commas == len(columns) - 1
    broken = lines.filter(~whole)
    _find_width(findings, broken["row"], broken["line"], commas.filter(~whole) + 1, len(columns))
    fields = lines.filter(whole).select("row", pl.col("line").str.split_exact(",", len(columns) - 1))
    if len(columns) == 1:
        return lines.filter(whole).rename({"line": columns[0]})
    return pl.concat([fields.select("row"), fields["line"].struct.unnest()], how="horizontal").rename(
        {f"field_{place}": name for place, name in enumerate(columns)}
    )


def _parse(lines: pl.DataFrame, columns: Sequence[str], findings: Findings) -> pl.DataFrame:
    """Lines with quotes, by the letter of RFC 4180."""
    rows, fields, widths, misquoted = [], [], [], []
    for row, line in lines.iter_rows():
        try:
            parsed = next(csv.reader([line], strict=True))
        except csv.Error:
            misquoted.append((row, line))
            continue
        if len(parsed) == len(columns):
            rows.append(row)
            fields.append(parsed)
        else:
            widths.append((row, line, len(parsed)))
    odd_rows, odd_lines, odd_widths = _columns_of(widths, 3)
    _find_width(findings, odd_rows, odd_lines, odd_widths, len(columns))
    bad_rows, bad_lines = _columns_of(misquoted, 2)
    findings.add(
        bad_rows,
        "line",
        bad_lines.str.slice(0, _SHOWN),
        "quotes_unmatched",
        "The quotes in this line do not match. Close each quote, and write a quote inside a text twice.",
    )
    texts = pl.DataFrame(fields, schema=dict.fromkeys(columns, pl.String), orient="row")
    return texts.insert_column(0, pl.Series("row", rows, dtype=pl.UInt32))


def _find_width(
    findings: Findings, rows: pl.Series, lines: pl.Series, found: pl.Series, expected: int
) -> None:
    message = pl.select(
        pl.format(
            "This line has {} fields and the first line {}. Put quotes around a text that holds a comma,"
            " and add what is missing.",
            found,
            pl.lit(expected),
        )
    ).to_series()
    findings.add(rows, "line", lines.str.slice(0, _SHOWN), "fields_differ", message)


def _columns_of(rows: Sequence[tuple[object, ...]], width: int) -> list[pl.Series]:
    types = (pl.UInt32, pl.String, pl.UInt32)[:width]
    return [pl.Series([row[place] for row in rows], dtype=dtype) for place, dtype in enumerate(types)]


def _tidy(name: str) -> pl.Expr:
    """Without spaces around it; empty is null."""
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
