"""A small, right delivery of every kind, and the means to post it."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TypeAlias

from django.db import connection

from vssid.apps.accounts.models import Account, AdoptionEvent, Contact
from vssid.apps.intake.files import Delivery
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.services import Options, Report, import_file
from vssid.apps.intake.staging import Staging
from vssid.kit.sharding import cross_shard
from vssid.project.imports import import_kinds

Row: TypeAlias = dict[str, str]

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
LAN, KIM = "0194000123", "0180000125"


@cache
def kinds() -> Mapping[str, Kind]:
    return import_kinds()


_GOOD = Path(__file__).parent / "good"


def _rows(kind: str) -> list[Row]:
    with (_GOOD / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


GOOD: dict[str, list[Row]] = {kind: _rows(kind) for kind in kinds()}


def write_csv(path: Path, rows: Sequence[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


def post(path: Path, **options: object) -> Report:
    """Imports one file whose name says its kind."""
    kind = kinds()[path.stem.partition("-")[0]]
    settings = Options(now=NOW, **options)  # type: ignore[arg-type]
    staging = Staging(path.parent / "staging")
    with staging.alone():
        return import_file(Delivery(path, kind), options=settings, staging=staging)


def deliver(
    folder: Path, kind: str, rows: Sequence[Row] | None = None, part: str = "1", **options: object
) -> Report:
    """Writes ``rows`` (by default the good ones) as CSV and imports them."""
    return post(write_csv(folder / f"{kind}-{part}.csv", rows or GOOD[kind]), **options)


def deliver_before(folder: Path, kind: str) -> None:
    """Posts the good files of every kind that loads before ``kind``."""
    for earlier in kinds():
        if earlier == kind:
            return
        deliver(folder, earlier)


def with_changes(row: Row, **changes: str) -> Row:
    return {**row, **changes}


def derived() -> dict[str, list[tuple[object, ...]]]:
    """What is made anew from posted rows, but for what is drawn by lot: keys, user names, nonces."""
    accounts = ("person_id", "language", "imported", "is_active", "active_month")
    contacts = ("account__person_id", "channel", "digest", "since", "until", "proved_how")
    events = ("day", "event", "channel", "language", "office", "source", "times")
    return {
        "account": sorted(Account.objects.values_list(*accounts), key=repr),
        "account_contact": sorted(Contact.objects.values_list(*contacts), key=repr),
        "adoption_event": sorted(AdoptionEvent.objects.values_list(*events), key=repr),
    }


def dump() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table an import writes, as stored; batches apart."""
    tables = {
        kind.posting.model._meta.db_table for kind in kinds().values() if hasattr(kind.posting, "model")
    }
    content = derived()
    with cross_shard("the test looks at every row"), connection.cursor() as cursor:
        for table in sorted(tables | {"person", "person_key", "span", "before_image"}):
            cursor.execute(f"SELECT * FROM {table}")
            content[table] = sorted(cursor.fetchall(), key=repr)
    return content
