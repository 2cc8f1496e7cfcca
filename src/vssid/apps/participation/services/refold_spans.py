"""Spans made anew: :func:`vssid.domain.ledger.fold.fold` for many persons at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from vssid.apps.intake.database import columns_of, listed, load, run, table_of
from vssid.apps.participation.models import Span
from vssid.domain.ledger.entry import FUND_ORDER, STATUS_ORDER

_GROUP = ["person_id", "fund", "employer_code", "status"]
_APART = 1_000_000
"""Months; more than any calendar has."""


def refold_spans(persons: pl.Series, spells: pl.DataFrame) -> None:
    """Replaces the spans of ``persons`` by those of ``spells``, all their live rows as stored."""
    table = table_of(Span)
    with listed(persons) as wanted:
        run(f"DELETE FROM {table} WHERE person_id IN (SELECT value FROM {wanted})")  # noqa: S608
    load(table, spans_of(spells))


def spans_of(spells: pl.DataFrame) -> pl.DataFrame:
    """The spans of live ``spells``, in the columns of the table.

    Position 0 is the span that ends last; of equal ones the first in display order of funds, the one that
    begins first, then by employer and status.
    """
    ordered = spells.sort(*_GROUP, "from_month", maintain_order=True)
    runs = ordered.with_columns(_begins_run().cum_sum().alias("run"))
    spans = (
        runs.sort("to_month", "seq")
        .group_by("run")
        .agg(
            pl.col("from_month").min(),
            pl.col("to_month").last(),
            *(pl.col(name).last() for name in [*_GROUP, "salary", "job_title"]),
        )
    )
    return (
        spans.sort(
            "person_id",
            -pl.col("to_month"),
            _place("fund", FUND_ORDER),
            "from_month",
            "employer_code",
            _place("status", STATUS_ORDER),
        )
        .with_columns(pl.int_range(pl.len()).over("person_id").cast(pl.Int16).alias("position"))
        .select(list(columns_of(Span)))
    )


def _begins_run() -> pl.Expr:
    """Of spells ordered by group and first month: those that do not continue what came before.

    Each group gets months of its own, later than all of the group before: so one running maximum serves all
    groups, which costs a fraction of a maximum for each.
    """
    same = pl.all_horizontal(pl.col(name) == pl.col(name).shift(1) for name in _GROUP)
    shift = (~same).fill_null(value=True).cum_sum().cast(pl.Int64) * _APART
    reached = (pl.col("to_month") + shift).cum_max().shift(1)
    return (pl.col("from_month") + shift > reached + 1).fill_null(value=True)


def _place(name: str, order: Mapping[Any, int]) -> pl.Expr:
    places = {str(word): place for word, place in order.items()}
    return pl.col(name).replace_strict(places, return_dtype=pl.Int8)
