"""Good files with some of their characters, cells and lines changed: no crash, and nothing wrong is posted.

What may be posted is decided by a reader that is slow and plain: line by line, value by value, every two rows
compared.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

import polars as pl
import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vssid.apps.intake.columns import Catalogue, Column, Persons
from vssid.apps.intake.errors import Unreadable
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import LedgerTable
from vssid.apps.intake.tests.sample import GOOD, Row, deliver_before, kinds, post, with_changes, write_csv
from vssid.apps.people.models import Person
from vssid.apps.people.services.find_persons import find_persons
from vssid.domain.values.problem import Problem
from vssid.kit.sealing import unseal
from vssid.kit.sharding import cross_shard

Values: TypeAlias = dict[str, Any]

_FILES = 25
_CHANGES_A_FILE = 10
"""For each of the four kinds: 25 files of 10 changes, 1,000 in all."""

_PIECES = [
    *"0159-.:,;\"'=+@/ \t\r\x00é\u0301\u200b\ufffdẠTY",
    "\n",
    '""',
    "2026-13",
    "1e9",
    "TA0001A",
    "YN0002B",
    "bhxh",
]


def changed(draw: st.DrawFn, text: str) -> str:
    """``text`` with one change: characters put in, taken out or replaced; a line lost, doubled or cut."""
    how = draw(st.sampled_from(["put", "take", "replace", "lose", "double", "cut", "swap"]))
    place = draw(st.integers(0, len(text)))
    if how in {"put", "take", "replace"}:
        taken = 0 if how == "put" else draw(st.integers(1, 3))
        put = "" if how == "take" else draw(st.sampled_from(_PIECES))
        return text[:place] + put + text[place + taken :]
    lines = text.split("\n")
    number = draw(st.integers(0, len(lines) - 1))
    line = lines[number]
    if how == "swap":
        cells = line.split(",")
        other = draw(st.integers(0, len(cells) - 1))
        cells[0], cells[other] = cells[other], cells[0]
        line = ",".join(cells)
    kept = {"lose": [], "double": [line, line], "cut": [line[: place % (len(line) + 1)]], "swap": [line]}[how]
    return "\n".join([*lines[:number], *kept, *lines[number + 1 :]])


@st.composite
def mutations(draw: st.DrawFn, good: str) -> str:
    text = good
    for _ in range(_CHANGES_A_FILE):
        # the first line is left alone nine times in ten: a broken header refuses the whole file
        head, _, body = text.partition("\n")
        text = changed(draw, text) if draw(st.integers(0, 99)) == 0 else f"{head}\n{changed(draw, body)}"
    return text


def plain_fields(line: str) -> list[str]:
    """The fields of one line by RFC 4180; ValueError when its quotes do not match."""
    fields, rest = [], line
    while True:
        if rest.startswith('"'):
            field, rest = "", rest[1:]
            while True:
                part, quote, rest = rest.partition('"')
                if not quote:
                    raise ValueError("a quote is not closed")
                field += part
                if not rest.startswith('"'):
                    break
                field, rest = field + '"', rest[1:]
            if rest and not rest.startswith(","):
                raise ValueError("something follows a closed quote")
            fields.append(field)
            more, rest = rest[:1], rest[1:]
        else:
            field, more, rest = rest.partition(",")
            if '"' in field:
                raise ValueError("a quote stands inside a field")
            fields.append(field)
        if not more:
            return fields


def plain_rows(text: str, kind: Kind) -> Iterator[Values]:
    """The rows of which every value can be read by itself; persons and codes known."""
    header, *lines = text.split("\n")
    names = [name.strip() for name in plain_fields(header.strip())]
    for line in lines:
        try:
            fields = plain_fields(unicodedata.normalize("NFC", line.removesuffix("\r")))
            given = dict(zip(names, fields, strict=True))
            yield {
                column.stored: plain_value(column, given.get(column.name, "").strip())
                for column in kind.columns
            }
        except (ValueError, Problem):
            continue


def plain_value(column: Column, text: str) -> object:
    if not text:
        if column.required:
            raise ValueError("empty")
        return "" if column.reading.dtype == pl.String() else None
    value = column.reading.slow(text)
    if isinstance(column.refers_to, Catalogue):
        if value not in {row["code"] for row in GOOD[column.refers_to.kind]}:
            raise ValueError("not on record")
    elif isinstance(column.refers_to, Persons):
        return PERSONS[str(value)]
    return value


class _OnRecord(dict[str, str]):
    def __missing__(self, number: str) -> str:
        raise ValueError(f"nobody has the number {number}")


PERSONS = _OnRecord(
    {
        row[name]: row["insurance_number"]
        for row in GOOD["people"]
        for name in ("insurance_number", "national_id", "passport_number")
        if row[name]
    }
)


def in_order(first: object, last: object) -> bool:
    return first is None or last is None or first <= last  # type: ignore[operator]


def right_in_itself(kind: str, row: Values) -> bool:
    """The rules between the columns of one row."""
    if kind == "spells":
        return in_order(row["from_month"], row["to_month"])
    if kind == "cards":
        return in_order(row["valid_from"], row["valid_to"])
    if kind == "people":
        return not (row["birth_date"] and row["died_on"]) or row["birth_date"][:4] <= str(row["died_on"].year)
    parts = [row["total"], row["fund_paid"], row["copay"], row["self_paid"]]
    return in_order(row["admitted_at"], row["discharged_at"]) and (
        None in parts or parts[0] == sum(parts[1:])
    )


def contradict(kind: str, one: Values, other: Values) -> bool:
    """Two rows of one file that cannot both be posted."""
    if kind == "spells":
        return (
            one["person_id"] == other["person_id"]
            and one["employer_code"] != other["employer_code"]
            and all(row["fund"] == "bhxh" and row["scale"] != "voluntary" for row in (one, other))
            and one["from_month"] <= other["to_month"]
            and other["from_month"] <= one["to_month"]
        )
    if kind == "cards":
        return bool(one["card_number"] == other["card_number"] and one["person_id"] != other["person_id"])
    if kind == "people":
        mine, theirs = identities(one), identities(other)
        return bool(mine & theirs)
    return False


def identities(row: Values) -> set[tuple[str, str]]:
    insurance = row["insurance_number"]
    claimed = {("citizen" if len(insurance) == 12 else "insurance", insurance)}
    claimed |= {("citizen", row["national_id"])} if row["national_id"] else set()
    return claimed | ({("passport", row["passport_number"])} if row["passport_number"] else set())


def expected(text: str, kind: Kind) -> list[Values]:
    """What the slow reader would post."""
    rows = [row for row in plain_rows(text, kind) if right_in_itself(kind.name, row)]
    once = [row for place, row in enumerate(rows) if row not in rows[:place]]
    keys = Counter(tuple(row[name] for name in kind.stored_key) for row in once)
    unique = [row for row in once if keys[tuple(row[name] for name in kind.stored_key)] == 1]
    return [
        row
        for row in unique
        if not any(contradict(kind.name, row, other) for other in unique if other is not row)
    ]


def posted(kind: Kind) -> list[Values]:
    """What stands in the table, in the words of :func:`expected`."""
    owners = {
        person_id: number
        for number in PERSONS.values()
        for person_id in find_persons(pl.Series([number]))["person_id"]
    }
    model = kind.posting.model if isinstance(kind.posting, LedgerTable) else Person
    return [plain_stored(kind, row, owners) for row in model._default_manager.all()]


def plain_stored(kind: Kind, row: Any, owners: Mapping[int, str]) -> Values:
    values: Values = {}
    for column in kind.columns:
        if column.stored == "person_id":
            values["person_id"] = owners[row.person_id]
        elif column.stored == "birth_date":
            length = {"day": 10, "month": 7, "year": 4, "": 0}[row.born_precision]
            values["birth_date"] = str(row.born_on)[:length]
        elif column.sealed:
            place = f"{row.person_id},{row.seq}" if hasattr(row, "seq") else row.person_id
            sealed = getattr(row, column.field)
            values[column.stored] = unseal(sealed, table=row._meta.db_table, pk=place, field=column.stored)
        else:
            value = getattr(row, column.stored)
            values[column.stored] = value.replace(tzinfo=None) if isinstance(value, datetime) else value
    return values


def as_text(row: Values) -> str:
    """A stable order for rows."""
    return repr(sorted(row.items()))


def enough_rows(name: str) -> list[Row]:
    """A dozen good rows, so that some are left whole."""
    rows = GOOD[name]
    if name == "spells":
        return rows
    keys: dict[str, Callable[[int], Row]] = {
        "people": lambda n: {"insurance_number": f"01900001{n:02}", "national_id": "", "passport_number": ""},
        "cards": lambda n: {"card_number": f"DN4010194{n:06}"},
        "visits": lambda n: {"visit_id": f"V-{n}"},
    }
    return [
        *rows,
        *(with_changes(rows[number % len(rows)], **keys[name](number)) for number in range(10, 20)),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["people", "spells", "cards", "visits"])
def test_a_mutated_file_posts_what_a_plain_reader_would(name: str, tmp_path: Path) -> None:
    kind = kinds()[name]
    deliver_before(tmp_path, name)
    good = write_csv(tmp_path / f"{name}.csv", enough_rows(name)).read_text(encoding="utf-8")
    outcomes: Counter[str] = Counter()

    @settings(max_examples=_FILES, suppress_health_check=list(HealthCheck))
    @given(mutations(good))
    def compare(text: str) -> None:
        path = tmp_path / f"{name}-mutated.csv"
        path.write_text(text, encoding="utf-8", newline="")
        with transaction.atomic(), cross_shard("the test compares every posted row"):
            try:
                report = post(path)
            except Unreadable:
                outcomes["refused"] += 1
            else:
                assert sorted(posted(kind), key=as_text) == sorted(expected(text, kind), key=as_text)
                outcomes["posted" if report.batch else "nothing"] += 1
            transaction.set_rollback(True)

    compare()
    assert outcomes["posted"] > _FILES / 2
