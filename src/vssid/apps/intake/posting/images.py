"""Rows that are changed in place keep an image of what they were, so that a batch can be taken back."""

from __future__ import annotations

import json
from collections.abc import Sequence

import orjson
import polars as pl
from django.db import connection, models

from vssid.apps.intake.database import columns_of, fetch, listed, load, table_of
from vssid.apps.intake.models import BeforeImage

_IMAGES = BeforeImage._meta.db_table


def replace_rows(
    model: type[models.Model], key: Sequence[str], *, batch: int, before: pl.DataFrame, after: pl.DataFrame
) -> None:
    """Puts the rows ``after`` in place of the rows ``before`` (both as stored) and keeps images of these."""
    keep(table_of(model), key, batch=batch, keys=before, rows=before)
    _delete(model, before.select(key))
    load(table_of(model), after)


def keep(
    table: str, key: Sequence[str], *, batch: int, keys: pl.DataFrame, rows: pl.DataFrame | None
) -> None:
    """Images of ``rows``; None: the batch makes the rows of ``keys``."""
    images = pl.DataFrame({"key": key_texts(keys, key)}).with_columns(
        pl.lit(batch, dtype=pl.Int64).alias("batch_id"), pl.lit(table).alias("table")
    )
    if rows is not None:
        documents = [json.dumps(row, default=str, ensure_ascii=False) for row in rows.iter_rows(named=True)]
        images = images.with_columns(pl.Series("row", documents, dtype=pl.String))
    load(_IMAGES, images)


def restore(model: type[models.Model], key: Sequence[str], batch: int) -> None:
    """What ``batch`` made is gone and what it changed is as it was."""
    images = BeforeImage.objects.filter(batch_id=batch, table=table_of(model))
    types = columns_of(model)
    before, keys = [], []
    for key_text, row in images.values_list("key", "row").iterator(chunk_size=5_000):
        keys.append(orjson.loads(key_text))
        if row is not None:
            before.append(row)
    texts = pl.DataFrame(keys, schema=dict.fromkeys(key, pl.String()), orient="row")
    _delete(model, texts.select(_typed(name, types[name]) for name in key))
    raw = {name: pl.String() if dtype == pl.Date else dtype for name, dtype in types.items()}
    rows = pl.DataFrame(before, schema=raw, orient="row")
    load(table_of(model), rows.select(_typed(name, dtype) for name, dtype in types.items()))
    images.delete()


def changers_of(table: str, keys: pl.Series, after: int) -> set[int]:
    """Batches after ``after`` that made or changed a row with one of ``keys`` (as key texts)."""
    with listed(keys) as wanted:
        rows = fetch(
            f"SELECT DISTINCT i.batch_id FROM {_IMAGES} i JOIN {wanted} w ON w.value = i.key"  # noqa: S608
            ' WHERE i."table" = %s AND i.batch_id > %s',
            {"batch": pl.Int64()},
            (table, after),
        )
    return set(rows["batch"])


def keys_of(batch: int, table: str, *, made: bool = False) -> pl.Series:
    """Key texts of the rows that ``batch`` made or changed, or made only."""
    images = BeforeImage.objects.filter(batch_id=batch, table=table)
    chosen = images.filter(row__isnull=True) if made else images
    return pl.Series(list(chosen.values_list("key", flat=True)), dtype=pl.String)


def key_texts(rows: pl.DataFrame, key: Sequence[str]) -> pl.Series:
    """The primary key of each row as a JSON list of texts."""
    parts = rows.select(pl.col(name).cast(pl.String) for name in key)
    return pl.Series(
        [json.dumps(values, ensure_ascii=False) for values in parts.iter_rows()], dtype=pl.String
    )


def _delete(model: type[models.Model], keys: pl.DataFrame) -> None:
    if not keys.height:
        return
    where = " AND ".join(f"{connection.ops.quote_name(name)} = %s" for name in keys.columns)
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {table_of(model)} WHERE {where}", keys.rows())  # noqa: S608


def _typed(name: str, dtype: pl.DataType) -> pl.Expr:
    column = pl.col(name)
    return column.str.to_date("%Y-%m-%d") if dtype == pl.Date else column.cast(dtype)
