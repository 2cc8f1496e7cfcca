"""Accounts that came over by file, counted with the days of the file: how many a day, never whose.

``source`` names the batch, so that taking it back takes its counts along. Of the last use alone the day is
known: the months before it count fewer people than there were.
"""

from __future__ import annotations

import polars as pl

from vssid.apps.accounts.adoption import Adoption
from vssid.apps.accounts.imported_contacts import opening
from vssid.apps.accounts.models import AdoptionEvent
from vssid.apps.intake.database import load, table_of
from vssid.kit import clock

_DAYS = {
    Adoption.REGISTERED: "registered_on",
    Adoption.APPROVED: "approved_on",
    Adoption.ACTIVE: "last_used_on",
}
_ALIKE = ["day", "event", "channel", "language", "office"]


def count_imported(fresh: pl.DataFrame, replaced: pl.DataFrame, batch: int) -> None:
    """``replaced`` rows were counted when they came, and are taken off."""
    facts = pl.concat([_facts(fresh, 1), _facts(replaced, -1)])
    counted = facts.group_by(_ALIKE).agg(pl.col("times").sum()).filter(pl.col("times") != 0)
    named = counted.with_columns(pl.lit(_source(batch)).alias("source")).sort(_ALIKE)
    load(table_of(AdoptionEvent), named)


def forget_counted(batch: int) -> None:
    """Takes back what ``batch`` counted."""
    AdoptionEvent.objects.filter(source=_source(batch)).delete()


def _facts(rows: pl.DataFrame, times: int) -> pl.DataFrame:
    """A line for each thing that happened to each account."""
    dated = [(event, rows, pl.col(day)) for event, day in _DAYS.items()]
    came_over = (Adoption.IMPORTED, opening(rows), pl.lit(clock.today()))
    return pl.concat(_events(of, event, day, times) for event, of, day in [*dated, came_over])


def _events(rows: pl.DataFrame, event: Adoption, day: pl.Expr, times: int) -> pl.DataFrame:
    office = pl.col("approved_by_office") if event is Adoption.APPROVED else pl.lit("")
    return rows.select(
        day.alias("day"),
        pl.lit(event.value).alias("event"),
        "channel",
        "language",
        office.alias("office"),
        pl.lit(times, dtype=pl.Int32).alias("times"),
    ).filter(pl.col("day").is_not_null())


def _source(batch: int) -> str:
    return f"batch {batch}"
