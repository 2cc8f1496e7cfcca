"""The list as it is handed in: read by the same rules as the agency's own files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
import polars as pl

from vssid.apps.accounts.bulk.reasons import SENTENCES, Why
from vssid.apps.intake.checking import check
from vssid.apps.intake.checks import RowCheck
from vssid.apps.intake.columns import Column
from vssid.apps.intake.errors import TooManyRows
from vssid.apps.intake.findings import Findings
from vssid.apps.intake.kinds import Layout
from vssid.apps.intake.progress import Silent
from vssid.apps.intake.readings import Code, PartialDay
from vssid.apps.intake.rejects import as_text
from vssid.apps.intake.sheets import read_sheet
from vssid.apps.people.imports.people import USUAL_EMAIL, USUAL_NAME
from vssid.apps.people.imports.person_column import person_column
from vssid.domain.identifiers import email, name, phone

MOST_ROWS = 2_000
LARGEST = 500_000
"""Bytes: 250 a line."""

LAYOUT = Layout(
    name="accounts list",
    columns=(
        person_column(),
        Column("full_name", Code(name.parse, USUAL_NAME), required=True),
        Column("birth_date", PartialDay(), required=True),
        Column("phone", Code(phone.parse, phone.MOBILE_PATTERN)),
        Column("email", Code(email.parse, USUAL_EMAIL)),
    ),
    key=("insurance_number",),
    checks=(
        RowCheck(
            Why.NO_CONTACT.value,
            "phone",
            pl.col("phone").is_null() & pl.col("email").is_null(),
            SENTENCES[Why.NO_CONTACT],
        ),
    ),
)
COLUMNS = tuple(column.name for column in LAYOUT.columns)


@dataclass(frozen=True, slots=True)
class Line:
    """One sound line; ``number`` as in the file, unknown contacts empty."""

    number: int
    person_id: int
    full_name: str
    birth_date: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class Reject:
    line: int
    column: str
    value: str = field(repr=False)
    code: str


@dataclass(frozen=True, slots=True)
class Listed:
    """``read`` counts every line that holds anything."""

    read: int
    lines: tuple[Line, ...] = field(repr=False)
    rejects: tuple[Reject, ...] = field(repr=False)


def read_list(text: str, *, called: str) -> Listed:
    """Raises an Unreadable, which names the file as it is ``called``, when nothing of it can be used."""
    findings = Findings()
    with TemporaryDirectory() as folder:
        path = Path(folder) / (re.sub(r"[^\w.-]", "_", Path(called).stem)[:60] + ".csv")
        path.write_text(text, encoding="utf-8", newline="")
        sheet = read_sheet(path, LAYOUT, findings, allow_extra=False)
        read, first = sheet.rows_read, sheet.first_line
        if read > MOST_ROWS:
            raise TooManyRows(file=path.name, most=f"{MOST_ROWS:,}")
        checked = check(sheet, LAYOUT, findings, Findings(), Silent())
    return Listed(read, tuple(_lines(checked.rows, first)), tuple(_rejects(findings.frame(), first)))


def rejects_csv(rejects: Iterable[Reject], sentence: Callable[[str], str]) -> str:
    """As the agency's own imports write them. ``sentence``: of a code, in the reader's language."""
    frame = pl.DataFrame(
        [(one.line, one.column, one.value, one.code, sentence(one.code)) for one in rejects],
        schema=["line", "column", "value", "code", "message"],
        orient="row",
    )
    return frame.with_columns(as_text("value"), as_text("message")).write_csv()


def stored(rejects: Iterable[Reject]) -> str:
    return orjson.dumps([(one.line, one.column, one.value, one.code) for one in rejects]).decode()


def restored(text: str) -> tuple[Reject, ...]:
    return tuple(Reject(*one) for one in orjson.loads(text or "[]"))


def _lines(rows: pl.DataFrame, first: int) -> Iterator[Line]:
    columns = ("row", "person_id", "full_name", "birth_date", "phone", "email")
    texts = rows.select(columns).with_columns(pl.col("phone", "email").fill_null(""))
    for row, *values in texts.iter_rows():
        yield Line(row + first, *values)


def _rejects(found: pl.DataFrame, first: int) -> Iterator[Reject]:
    for row, column, value, code in found.select("row", "column", "value", "code").iter_rows():
        yield Reject(row + first, column, value or "", code)
