"""One file, opened: every column as text, empty ones as null, and what is broken about its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from vssid.apps.intake.errors import MissingColumns, RepeatedColumns, UnknownColumns
from vssid.apps.intake.findings import Findings
from vssid.apps.intake.kinds import Layout
from vssid.apps.intake.sheets.lines import read_lines
from vssid.apps.intake.sheets.parquet import read_parquet


@dataclass
class Sheet:
    """``frame``: ``row`` (from 0) and the delivered columns. ``rows_read`` counts the broken rows too.

    ``first_line``: the line of the file in which row 0 stands; in Parquet rows count from 1.
    """

    frame: pl.DataFrame
    first_line: int
    rows_read: int

    @property
    def delivered(self) -> list[str]:
        return [name for name in self.frame.columns if name != "row"]


def read_sheet(path: Path, kind: Layout, findings: Findings, *, allow_extra: bool) -> Sheet:
    """Reads ``path``; raises an Unreadable when nothing of it can be used."""
    is_parquet = path.suffix.lower() == ".parquet"
    source = read_parquet(path) if is_parquet else read_lines(path)
    wanted = _wanted(source.columns, kind, path.name, allow_extra=allow_extra)
    frame, rows_read = source.rows(wanted, findings)
    return Sheet(frame, first_line=1 if is_parquet else 2, rows_read=rows_read)


def _wanted(names: Sequence[str], kind: Layout, file: str, *, allow_extra: bool) -> list[str]:
    """The columns to read; refuses what would be misread in silence."""
    repeated = [name for name, times in Counter(names).items() if times > 1]
    if repeated:
        raise RepeatedColumns(file=file, columns=_listed(repeated))
    known = [column.name for column in kind.columns]
    unknown = [name for name in names if name not in known]
    if unknown and not allow_extra:
        raise UnknownColumns(file=file, kind=kind.name, columns=_listed(unknown))
    needed = {column.name for column in kind.columns if column.required} | set(kind.key)
    missing = [name for name in known if name in needed and name not in names]
    if missing:
        raise MissingColumns(file=file, kind=kind.name, columns=_listed(missing))
    return [name for name in known if name in names]


def _listed(names: Sequence[str]) -> str:
    """Names for a message: a few, shortened, without line breaks."""
    shown = [repr(name[:40])[1:-1] or "(no name)" for name in names[:8]]
    return ", ".join(shown) + (f" and {len(names) - 8} more" if len(names) > 8 else "")
