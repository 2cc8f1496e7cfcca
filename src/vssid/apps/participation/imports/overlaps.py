"""Nobody is in compulsory social insurance with two employers in one month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import polars as pl

from vssid.apps.intake.findings import Findings
from vssid.domain.ledger.entry import Fund, Scale

_MESSAGE = (
    "In these months another employer has this person in compulsory bhxh too. Correct the months of the one"
    " that is wrong."
)
_KEY = ["person_id", "fund", "from_month", "employer_code"]
_FIELDS = ["row", "person_id", "from_month", "to_month", "employer_code"]

_Spell: TypeAlias = tuple[int | None, int, int, str]


def refuse_overlaps(rows: pl.DataFrame, standing: pl.DataFrame, findings: Findings) -> None:
    """Finds every delivered compulsory ``bhxh`` row that shares a month with one of another employer.

    The other is delivered too (then both are found, for which is right cannot be known) or stands; a standing
    row that a delivered one replaces does not count.
    """
    delivered = rows.filter(_compulsory()).select(_FIELDS)
    kept = standing.join(rows, on=_KEY, how="anti").filter(_compulsory())
    both = pl.concat(
        [delivered, kept.with_columns(pl.lit(None, dtype=pl.UInt32).alias("row")).select(_FIELDS)]
    )
    overlapping = pl.Series(list(_overlapping(_suspects(both))), dtype=pl.UInt32)
    found = rows.filter(pl.col("row").is_in(overlapping.implode()))
    months = found.select(_month("from_month")).to_series()
    findings.add(found["row"], "from_month", months, "overlap", _MESSAGE)


def _compulsory() -> pl.Expr:
    return (pl.col("fund") == Fund.BHXH.value) & (pl.col("scale") != Scale.VOLUNTARY.value)


def _suspects(spells: pl.DataFrame) -> pl.DataFrame:
    """All spells of the few persons of whom any two overlap at all, by person and first month."""
    ordered = spells.sort("person_id", "from_month", "to_month")
    reached = pl.col("to_month").cum_max().shift(1).over("person_id")
    persons = ordered.filter(pl.col("from_month") <= reached).select("person_id").unique()
    return ordered.join(persons, on="person_id", how="semi", maintain_order="left")


def _overlapping(ordered: pl.DataFrame) -> Iterator[int]:
    """The delivered rows among ``ordered`` that share a month with a row of another employer."""
    for _, spells in ordered.group_by("person_id", maintain_order=True):
        rows = spells.select("row", "from_month", "to_month", "employer_code").rows()
        yield from _beginning_too_soon(rows)
        yield from _ending_too_late(reversed(rows))


def _beginning_too_soon(rows: Iterable[_Spell]) -> Iterator[int]:
    """By first month: rows that begin before one of another employer, begun earlier, has ended."""
    reached: dict[str, int] = {}
    for row, first, last, employer in rows:
        if row is not None and any(end >= first for unit, end in reached.items() if unit != employer):
            yield row
        reached[employer] = max(last, reached.get(employer, last))


def _ending_too_late(rows: Iterable[_Spell]) -> Iterator[int]:
    """By first month, the latest first: rows that end after one of another employer has begun."""
    begun: dict[str, int] = {}
    for row, first, last, employer in rows:
        if row is not None and any(start <= last for unit, start in begun.items() if unit != employer):
            yield row
        begun[employer] = first


def _month(name: str) -> pl.Expr:
    year, month = pl.col(name) // 12, pl.col(name) % 12 + 1
    return pl.format("{}-{}", year.cast(pl.String).str.zfill(4), month.cast(pl.String).str.zfill(2))
