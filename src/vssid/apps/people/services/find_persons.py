"""From a number somebody has, or ever had, to the person."""

from __future__ import annotations

import polars as pl

from vssid.apps.intake.database import fetch, listed, table_of
from vssid.apps.people.models import PersonKey
from vssid.kit.sealing import lookup_digest

INSURANCE, CITIZEN, PASSPORT = "insurance", "national_id", "passport"

_KINDS_BY_LENGTH = {10: (INSURANCE,), 12: (INSURANCE, CITIZEN), 9: (CITIZEN, PASSPORT)}
_KEYS = {"digest": pl.String(), "kind": pl.String(), "person_id": pl.Int64()}


def kinds_of(number: str) -> tuple[str, ...]:
    """What a parsed number can be: twelve digits are a citizen number, used as insurance number or not."""
    if not number.isdigit():
        return (PASSPORT,)
    return _KINDS_BY_LENGTH.get(len(number), (PASSPORT,))


def find_persons(numbers: pl.Series) -> pl.DataFrame:
    """``number, person_id`` of the unique, parsed ``numbers`` on record; several rows if several have one."""
    candidates = [(number, kind) for number in numbers for kind in kinds_of(number)]
    asked = pl.DataFrame(candidates, schema={"number": pl.String(), "kind": pl.String()}, orient="row")
    asked = asked.with_columns(digests(asked["kind"], asked["number"]).alias("digest"))
    found = keys_on_record(asked["digest"])
    return asked.join(found, on=["digest", "kind"]).select("number", "person_id").unique(maintain_order=True)


def keys_on_record(wanted: pl.Series) -> pl.DataFrame:
    """``digest, kind, person_id`` of the ``wanted`` digests that are on record."""
    with listed(wanted) as table:
        return fetch(
            f"SELECT k.digest, k.kind, k.person_id FROM {table_of(PersonKey)} k"  # noqa: S608
            f" JOIN {table} w ON w.value = k.digest",
            _KEYS,
        )


def digests(kinds: pl.Series, numbers: pl.Series) -> pl.Series:
    """The keyed hashes under which ``numbers`` stand."""
    return pl.Series(
        [lookup_digest(kind, number) for kind, number in zip(kinds, numbers, strict=True)], dtype=pl.String
    )
