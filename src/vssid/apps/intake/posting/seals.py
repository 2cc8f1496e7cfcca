"""The sealed columns of many rows: opened to be compared, sealed to be stored."""

from __future__ import annotations

import polars as pl

from vssid.apps.intake.columns import Column
from vssid.apps.intake.kinds import Kind
from vssid.kit.sealing import seal_column, unseal


def opened(rows: pl.DataFrame, kind: Kind, table: str) -> pl.DataFrame:
    """``rows`` with open values under the names without ``_sealed``."""
    columns = _sealed_columns(kind)
    if not columns:
        return rows
    places = _places(rows)
    values = [
        pl.Series(
            column.stored,
            [
                unseal(text, table=table, pk=place, field=column.stored)
                for text, place in zip(rows[column.field], places, strict=True)
            ],
            dtype=pl.String,
        )
        for column in columns
    ]
    return rows.drop(column.field for column in columns).with_columns(values)


def sealed(rows: pl.DataFrame, kind: Kind, table: str) -> pl.DataFrame:
    """``rows`` with the open values sealed, each for its own place, under the table's names."""
    columns = _sealed_columns(kind)
    if not columns:
        return rows
    places = _places(rows).to_list()
    values = [
        pl.Series(
            column.field,
            seal_column(rows[column.stored].to_list(), places, table=table, field=column.stored),
            dtype=pl.String,
        )
        for column in columns
    ]
    return rows.drop(column.stored for column in columns).with_columns(values)


def _sealed_columns(kind: Kind) -> list[Column]:
    return [column for column in kind.columns if column.sealed]


def _places(rows: pl.DataFrame) -> pl.Series:
    """The primary key as sealing names it: ``person_id,seq`` or, for the person itself, ``person_id``."""
    if "seq" in rows.columns:
        return rows.select(pl.format("{},{}", "person_id", "seq")).to_series()
    return rows["person_id"].cast(pl.String)
