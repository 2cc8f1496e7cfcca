"""Card numbers lead to their person, and to one person only."""

from __future__ import annotations

import polars as pl

from vssid.apps.intake.database import load, run, table_of
from vssid.apps.intake.findings import Findings
from vssid.apps.people.models import PersonKey
from vssid.apps.people.services.claim_numbers import unclaimed
from vssid.apps.people.services.find_persons import digests, keys_on_record

CARD = "card"
_MESSAGE = (
    "Another person has a card with this number, on record or in this file. Check the number and the person."
)


def refuse_cards_of_others(rows: pl.DataFrame, standing: pl.DataFrame, findings: Findings) -> None:
    """Finds rows (``person_id, card_number``) whose card is another person's, on record or in the file."""
    cards = _cards_of(rows)
    cards = cards.with_columns(digests(cards["kind"], cards["number"]).alias("digest"))
    owners = pl.concat(
        [
            cards.select("digest", "person_id"),
            keys_on_record(cards["digest"]).filter(pl.col("kind") == CARD).select("digest", "person_id"),
        ]
    ).unique()
    disputed = cards.filter(
        pl.col("digest").is_in(owners.filter(pl.col("digest").is_duplicated())["digest"].implode())
    )
    found = rows.filter(pl.col("card_number").is_in(disputed["number"].implode()))
    findings.add(found["row"], "card_number", found["card_number"], "key_conflict", _MESSAGE)


def claim_cards(rows: pl.DataFrame, _replaced: pl.DataFrame, batch: int) -> None:
    """Writes the keys of cards (``person_id, card_number``) that are not on record yet; a number once given
    leads to its person for ever."""
    load(
        table_of(PersonKey),
        unclaimed(_cards_of(rows)).with_columns(pl.lit(batch, dtype=pl.Int32).alias("batch")),
    )


def release_cards(batch: int) -> None:
    """Takes the keys back that ``batch`` wrote."""
    run(f"DELETE FROM {table_of(PersonKey)} WHERE batch = %s", (batch,))  # noqa: S608


def _cards_of(rows: pl.DataFrame) -> pl.DataFrame:
    cards = rows.select("person_id", pl.col("card_number").alias("number"), pl.lit(CARD).alias("kind"))
    return cards.unique(maintain_order=True)
