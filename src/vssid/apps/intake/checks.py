"""Rules between the columns of one row."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class RowCheck:
    """``broken`` is true (not null) where the rule is broken; ``column`` is the one to correct.

    Expressions see the values under the names of the table's columns.
    """

    code: str
    column: str
    broken: pl.Expr
    sentence: str


def in_order(first: str, last: str) -> RowCheck:
    """``first`` is not later than ``last``, where both are known."""
    return RowCheck(
        "ends_before_it_begins",
        last,
        pl.col(last) < pl.col(first),
        f"This lies before {first}. Exchange the two, or correct the one that is wrong.",
    )


def adds_up(total: str, *parts: str) -> RowCheck:
    """``total`` is the sum of ``parts``, where all are known."""
    return RowCheck(
        "total_differs",
        total,
        pl.col(total) != pl.sum_horizontal(*map(pl.col, parts), ignore_nulls=False),
        f"This is not the sum of {', '.join(parts)}. Correct the amount that is wrong.",
    )


def at_most(part: str, *, of: str) -> RowCheck:
    """``part`` is not more than ``of``, where both are known."""
    return RowCheck(
        "more_than_the_whole",
        part,
        pl.col(part) > pl.col(of),
        f"This is more than {of}. Correct the amount that is wrong.",
    )
