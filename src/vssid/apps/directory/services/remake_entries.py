"""Makes the search entries of catalogue rows anew, in the transaction that changed the rows."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass

import polars as pl
from django.db import models, transaction

from vssid.apps.directory.models import CollectionPoint, Employer, Entry, Facility, Office, Word
from vssid.apps.directory.services.rebuild_trigrams import rebuilt_trigrams
from vssid.apps.intake.database import fetch, listed, load, run, table_of
from vssid.kit.folding import fold_spelled_out
from vssid.kit.one_slip import forms
from vssid.kit.vietnamese_order import sort_key

_LONGEST_WORD = 60
_MANY = 5
"""From this part of all entries on, making the index anew is cheaper than keeping it row by row."""


@dataclass(frozen=True, slots=True)
class _Source:
    model: type[models.Model]
    ward: str = "''"
    since: str = "NULL"
    until: str = "NULL"
    sick_leave: str = "NULL"


_SOURCES = {
    "office": _Source(Office),
    "facility": _Source(Facility, since="contract_since", until="contract_until", sick_leave="t.sick_leave"),
    "employer": _Source(Employer, since="since", until="until"),
    "point": _Source(CollectionPoint, ward="t.ward_code"),
}
_READ: dict[str, pl.DataType] = {
    "code": pl.String(),
    "province_code": pl.String(),
    "name_vi": pl.String(),
    "name_en": pl.String(),
    "ward_code": pl.String(),
    "since": pl.Date(),
    "until": pl.Date(),
    "sick_leave": pl.Boolean(),
}
_WORDS: dict[str, pl.DataType] = {
    "kind": pl.String(),
    "form": pl.String(),
    "word": pl.String(),
    "count": pl.Int32(),
}


def remake_entries(kind: str, codes: pl.Series) -> None:
    """The entries of these ``codes`` say what the catalogue says now; a code that is gone has none."""
    if not len(codes):
        return
    with listed(codes) as wanted:
        rows = fetch(_statement(_SOURCES[kind], f"JOIN {wanted} w ON w.value = t.code"), _READ)
        gone = f"DELETE FROM {table_of(Entry)} WHERE kind = %s AND code IN (SELECT value FROM {wanted})"  # noqa: S608
        with rebuilt_trigrams() if len(codes) > _standing() // _MANY else nullcontext():
            run(gone, (kind,))
            load(table_of(Entry), _entries(kind, rows))
    _count_words(kind)


def remake_all_entries(kind: str) -> None:
    """The same for a whole catalogue."""
    rows = fetch(_statement(_SOURCES[kind], ""), _READ)
    gone = f"DELETE FROM {table_of(Entry)} WHERE kind = %s"  # noqa: S608
    with transaction.atomic(), rebuilt_trigrams() if rows.height > _standing() // _MANY else nullcontext():
        run(gone, (kind,))
        load(table_of(Entry), _entries(kind, rows))
    _count_words(kind)


def _standing() -> int:
    return Entry.objects.count()


def _statement(source: _Source, joined: str) -> str:
    columns = ", ".join(
        ("t.code, t.province_code, t.name_vi, t.name_en", source.ward, *_dates(source), source.sick_leave)
    )
    return f"SELECT {columns} FROM {table_of(source.model)} t {joined}"  # noqa: S608 - names of our own


def _dates(source: _Source) -> tuple[str, str]:
    since, until = (name if name == "NULL" else f"t.{name}" for name in (source.since, source.until))
    return since, until


def _entries(kind: str, rows: pl.DataFrame) -> pl.DataFrame:
    names = [fold_spelled_out(name) for name in rows["name_vi"]]
    parts = zip(
        names, map(fold_spelled_out, rows["name_en"]), map(fold_spelled_out, rows["code"]), strict=True
    )
    return rows.select(
        pl.lit(kind).alias("kind"),
        "code",
        "province_code",
        pl.col("ward_code").fill_null(""),
        "since",
        "until",
        pl.col("sick_leave").fill_null(value=False),
        pl.Series("size", [len(name) for name in names], dtype=pl.Int32),
        pl.Series("folded", [f" {' | '.join(part)} " for part in parts], dtype=pl.String),
        pl.Series("sort_key", [sort_key(name) for name in rows["name_vi"]], dtype=pl.String),
    )


def _count_words(kind: str) -> None:
    folded = fetch(f"SELECT folded FROM {table_of(Entry)} WHERE kind = %s", {"folded": pl.String()}, (kind,))  # noqa: S608
    counts: Counter[str] = Counter()
    for text in folded["folded"]:
        counts.update({word[:_LONGEST_WORD] for word in text.split() if word != "|"})
    standing = [
        (kind, form, word, count)
        for word, count in counts.items()
        for form in (forms(word) if word.isascii() and word.isalpha() else (word,))
    ]
    run(f"DELETE FROM {table_of(Word)} WHERE kind = %s", (kind,))  # noqa: S608
    load(table_of(Word), pl.DataFrame(standing, schema=_WORDS, orient="row"))
