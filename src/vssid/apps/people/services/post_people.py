"""People as delivered: somebody new, or news of somebody on record."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import orjson
import polars as pl

from vssid.apps.intake.database import columns_of, fetch, listed, load, run, table_of
from vssid.apps.intake.findings import Findings
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import images
from vssid.apps.intake.posting.matching import Matched, match
from vssid.apps.intake.posting.seals import opened, sealed
from vssid.apps.intake.progress import Progress
from vssid.apps.people.models import Person, PersonKey
from vssid.apps.people.services.claim_numbers import identify, numbers_of, unclaimed
from vssid.kit.posting_numbers import batch_of, batch_range

_PERSON, _KEYS = table_of(Person), table_of(PersonKey)
_KEY = ("person_id",)
_PRECISIONS = {4: "year", 7: "month", 10: "day"}


@dataclass(frozen=True)
class PeopleTable:
    """Posts to ``person`` and ``person_key``. A person's id is the posting number of their first line."""

    def prepare(
        self, kind: Kind, rows: pl.DataFrame, delivered: Collection[str], findings: Findings
    ) -> PreparedPeople:
        stated = _as_stored(rows)
        known = identify(stated, findings)
        sound = findings.without_found(stated)
        new = sound.join(known, on="row", how="anti")
        news = sound.join(known, on="row", maintain_order="left")
        raw = _standing(known["person_id"])
        standing = opened(raw, kind, _PERSON)
        news = _keep_insurance_number(news, standing)
        told = {*delivered, "born_on", "born_precision"} if "birth_date" in delivered else set(delivered)
        return PreparedPeople(kind, new, match(news, standing, _KEY, told), raw)

    def made(self, kind: Kind, batch: int) -> pl.Series:
        bounds = batch_range(batch)
        statement = f"SELECT person_id FROM {_PERSON} WHERE person_id BETWEEN %s AND %s"  # noqa: S608
        return fetch(statement, {"person_id": pl.Int64()}, bounds)["person_id"]

    def users_of(self, kind: Kind, column: str, values: pl.Series, after: int) -> set[int]:
        with listed(values) as wanted:
            persons = fetch(
                f"SELECT p.person_id FROM {_PERSON} p JOIN {wanted} w ON w.value = p.{column}",  # noqa: S608
                {"person_id": pl.Int64()},
            )
        brought = {batch_of(person_id) for person_id in persons["person_id"]}
        changed = images.changers_of(_PERSON, images.key_texts(persons, _KEY), after)
        return {batch for batch in brought if batch > after} | changed

    def builders_on(self, kind: Kind, batch: int) -> set[int]:
        """Batches that changed the same persons or gave them further numbers."""
        first, last = batch_range(batch)
        changed = images.keys_of(batch, _PERSON)
        made = images.key_texts(self.made(kind, batch).to_frame(), _KEY)
        persons = pl.Series([int(orjson.loads(key)[0]) for key in changed], dtype=pl.Int64)
        with listed(persons) as wanted:
            claims = fetch(
                f"SELECT DISTINCT batch FROM {_KEYS} WHERE batch > %s AND (person_id BETWEEN %s AND %s"  # noqa: S608
                f" OR person_id IN (SELECT value FROM {wanted}))",
                {"batch": pl.Int64()},
                (batch, first, last),
            )
        return images.changers_of(_PERSON, pl.concat([changed, made]), batch) | set(claims["batch"])

    def take_back(self, kind: Kind, batch: int) -> None:
        run(f"DELETE FROM {_KEYS} WHERE batch = %s", (batch,))  # noqa: S608
        run(f"DELETE FROM {_PERSON} WHERE person_id BETWEEN %s AND %s", batch_range(batch))  # noqa: S608
        images.restore(Person, _KEY, batch)


@dataclass(frozen=True)
class PreparedPeople:
    """``unknown``: rows of people who are not on record. ``raw``: the persons on record as stored."""

    kind: Kind
    unknown: pl.DataFrame
    matched: Matched
    raw: pl.DataFrame

    @property
    def new(self) -> int:
        return self.unknown.height

    @property
    def corrected(self) -> int:
        return self.matched.changed.height

    @property
    def same(self) -> int:
        return self.matched.same.height

    def post(self, batch: int, progress: Progress) -> None:
        first, _ = batch_range(batch)
        progress.begin("load", self.new + self.corrected)
        people = self.unknown.with_columns(
            (pl.col("row").cast(pl.Int64) + first).alias("person_id"),
            pl.lit(batch, dtype=pl.Int32).alias("batch"),
        )
        load(_PERSON, self._closed(people), progress.advance)
        self._change(batch)
        progress.advance(self.corrected)
        told = pl.concat([people.select(self.matched.same.columns), self.matched.changed, self.matched.same])
        claims = numbers_of(told).join(told.select("row", "person_id"), on="row")
        load(_KEYS, unclaimed(claims).with_columns(pl.lit(batch, dtype=pl.Int32).alias("batch")))

    def _change(self, batch: int) -> None:
        if not self.corrected:
            return
        changed = self.matched.changed.join(self.raw.select("person_id", "batch"), on="person_id")
        before = self.raw.join(changed.select("person_id"), on="person_id", how="semi")
        images.replace_rows(Person, _KEY, batch=batch, before=before, after=self._closed(changed))

    def _closed(self, people: pl.DataFrame) -> pl.DataFrame:
        return sealed(people, self.kind, _PERSON).select(list(columns_of(Person)))


def _as_stored(rows: pl.DataFrame) -> pl.DataFrame:
    """The birth date as its earliest day and how much of it is known; unknown texts empty."""
    length = pl.col("birth_date").str.len_chars()
    earliest = (pl.col("birth_date") + pl.lit("-01-01")).str.slice(0, 10)
    return (
        rows.with_columns(
            earliest.str.to_date("%Y-%m-%d").alias("born_on"),
            length.replace_strict(_PRECISIONS, default=None, return_dtype=pl.String).alias("born_precision"),
        )
        .drop("birth_date")
        .with_columns(pl.col(pl.String).fill_null(""))
    )


def _standing(persons: pl.Series) -> pl.DataFrame:
    names = ", ".join(f"p.{name}" for name in columns_of(Person))
    with listed(persons) as wanted:
        return fetch(
            f"SELECT {names} FROM {_PERSON} p JOIN {wanted} w ON w.value = p.person_id",  # noqa: S608
            columns_of(Person),
        )


def _keep_insurance_number(news: pl.DataFrame, standing: pl.DataFrame) -> pl.DataFrame:
    """A citizen number that finds a person on record does not take the place of their insurance number."""
    beside = news.join(
        standing.select("person_id", "insurance_number", "national_id"), on="person_id", maintain_order="left"
    )
    given = pl.col("insurance_number")
    is_citizen_number = (given == pl.col("national_id_right")) | (given == pl.col("national_id"))
    kept = pl.when(is_citizen_number & (pl.col("insurance_number_right") != "")).then(
        "insurance_number_right"
    )
    return beside.with_columns(kept.otherwise(given).alias("insurance_number")).select(news.columns)
