"""Which person a delivered line is: decided by every number the line gives, or not at all."""

from __future__ import annotations

import polars as pl

from vssid.apps.intake.findings import Findings
from vssid.apps.people.services.find_persons import (
    CITIZEN,
    INSURANCE,
    PASSPORT,
    digests,
    find_persons,
    keys_on_record,
)

_NUMBERS = {"insurance_number": INSURANCE, "national_id": CITIZEN, "passport_number": PASSPORT}
_NUMBER_NAMES = ", ".join(_NUMBERS)


def numbers_of(rows: pl.DataFrame) -> pl.DataFrame:
    """``row, kind, number``: one line for each number a row gives."""
    parts = [
        rows.select("row", pl.lit(kind).alias("kind"), pl.col(column).alias("number"))
        for column, kind in _NUMBERS.items()
    ]
    return pl.concat(parts).filter(pl.col("number") != "")


def identify(rows: pl.DataFrame, findings: Findings) -> pl.DataFrame:
    """``row, person_id`` of the rows whose numbers lead to a person on record.

    Refuses a row whose numbers lead to two people, and all rows of the file that claim one number or lead to
    one person: which of them is right cannot be known.
    """
    numbers = numbers_of(rows)
    leads = (
        numbers.join(find_persons(numbers["number"].unique()), on="number")
        .select("row", "person_id")
        .unique()
    )
    several = leads.group_by("row").len().filter(pl.col("len") > 1)["row"]
    _refuse(
        several,
        "These numbers belong to two different people on record. Find out which of the numbers is wrong.",
        findings,
    )
    _refuse(
        _sharing(leads.filter(~pl.col("row").is_in(several.implode())), "person_id"),
        "Several lines of this file lead to the same person. Keep one of them, with all numbers in it.",
        findings,
    )
    _refuse(
        _sharing(numbers.select("row", _identity()).unique(), "identity"),
        "Several lines of this file claim the same number. A number belongs to one person only.",
        findings,
    )
    return findings.without_found(leads)


def unclaimed(numbers: pl.DataFrame) -> pl.DataFrame:
    """``digest, kind, person_id`` of the ``numbers`` (``kind, number, person_id``) not yet on record."""
    keys = numbers.with_columns(digests(numbers["kind"], numbers["number"]).alias("digest"))
    keys = keys.unique(["digest", "kind"], keep="first", maintain_order=True)
    on_record = keys_on_record(keys["digest"])
    return keys.join(on_record, on=["digest", "kind"], how="anti").select("digest", "kind", "person_id")


def _identity() -> pl.Expr:
    """One text for one number: a citizen number is the same whether it stands as insurance number or not."""
    is_citizen = pl.col("number").str.contains("^[0-9]{12}$")
    kind = pl.when(is_citizen & (pl.col("kind") == INSURANCE)).then(pl.lit(CITIZEN)).otherwise("kind")
    return pl.concat_str(kind, pl.lit(":"), "number").alias("identity")


def _sharing(frame: pl.DataFrame, what: str) -> pl.Series:
    """The rows that share one ``what`` with another row."""
    shared = frame.filter(pl.struct("row", what).is_first_distinct()).filter(pl.col(what).is_duplicated())
    return shared["row"].unique()


def _refuse(rows: pl.Series, message: str, findings: Findings) -> None:
    values = pl.Series([None] * len(rows), dtype=pl.String)
    findings.add(rows, _NUMBER_NAMES, values, "key_conflict", message)
