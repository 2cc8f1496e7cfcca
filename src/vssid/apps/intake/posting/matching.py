"""Delivered rows beside the rows that stand under the same key."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import polars as pl

_STANDING = "__standing"


@dataclass
class Matched:
    """``new``: rows whose key does not stand. ``changed``: rows that differ from what stands, whole, as they
    shall stand; ``replaced``: what they replace, line for line. ``same``: rows that say what stands."""

    new: pl.DataFrame
    changed: pl.DataFrame
    replaced: pl.DataFrame
    same: pl.DataFrame


def match(
    rows: pl.DataFrame, standing: pl.DataFrame, key: Sequence[str], delivered: Collection[str]
) -> Matched:
    """``rows``: ``row``, the key and the values. ``standing``: the same columns and more, one row a key.

    A column that was not delivered keeps the value that stands. An unknown text is empty in both.
    """
    values = [name for name in rows.columns if name not in ("row", *key)]
    kept = standing.with_columns(pl.lit(value=True).alias(_STANDING))
    beside = rows.join(
        kept, on=list(key), how="left", suffix=_STANDING, nulls_equal=True, maintain_order="left"
    )
    is_new = pl.col(_STANDING).is_null()
    differs = pl.any_horizontal(
        pl.lit(value=False),
        *(pl.col(name).ne_missing(pl.col(name + _STANDING)) for name in values if name in delivered),
    )
    changed = beside.filter(~is_new & differs)
    return Matched(
        new=beside.filter(is_new).select(rows.columns),
        changed=changed.select(
            "row",
            *key,
            *(name if name in delivered else pl.col(name + _STANDING).alias(name) for name in values),
        ).select(rows.columns),
        replaced=changed.select(
            name + _STANDING if name in values else name for name in standing.columns
        ).rename({name + _STANDING: name for name in values if name in standing.columns}),
        same=beside.filter(~is_new & ~differs).select(rows.columns),
    )
