"""Papers, places and days of a claim, beside the estimate that says what the claim brings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from vssid.domain.law.engine.exact import whole
from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.yaml_text import read
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.kinds import Kind
from vssid.domain.law.estimates.record import Record
from vssid.domain.law.parameters import parameter, value
from vssid.domain.law.shared.days import months_later
from vssid.domain.package_data import text_of


class Start(StrEnum):
    """What the days of a claim are counted from."""

    LEAVE_END = "leave_end"
    BIRTH = "birth"
    RETURN = "return"
    CONTRACT_END = "contract_end"


@dataclass(frozen=True, slots=True)
class Claim:
    """``whom``, ``papers`` and ``where`` are English, for the translators. ``within`` and ``settled`` are
    names of figures, ``code`` that of the agency's catalogue, ``policy`` the page that tells more.
    ``at_counter``: a counter of the social insurance office takes it too.
    """

    code: str
    since: date
    whom: str
    papers: tuple[str, ...]
    where: tuple[str, ...]
    within: str
    start: Start
    settled: tuple[str, ...]
    policy: str
    act: str
    at_counter: bool
    female: bool | None = None
    voluntary: bool = False

    def concerns(self, record: Record, answer: Answer) -> bool:
        """Of the scheme whose benefit the answer gives, and of the person's sex."""
        return self.female in {None, record.female} and self.voluntary is (
            "voluntary_grant" in answer.figures
        )


def claims(kind: Kind, asked: Asked, answer: Answer) -> list[Claim]:
    """Those of the question that concern the person, in force on the day of the question."""
    known = (one for one in _known().get(kind, ()) if one.since <= asked.on)
    return [one for one in known if one.concerns(asked.record, answer)]


def last_day(claim: Claim, asked: Asked, answer: Answer) -> date | None:
    """The last day of a claim; None where its beginning is not known yet. Leave begins with the birth."""
    begun = _begun(claim.start, asked, answer)
    if begun is None:
        return None
    time = value(claim.within, on=asked.on)
    if parameter(claim.within).unit is Unit.MONTHS:
        return _later(begun, time)
    return begun + timedelta(days=time)


def _begun(start: Start, asked: Asked, answer: Answer) -> date | None:
    match start:
        case Start.BIRTH:
            return date.fromisoformat(asked.supposed["birth"])
        case Start.CONTRACT_END:
            return date.fromisoformat(asked.supposed["contract_ends"])
        case Start.LEAVE_END if months := answer.figures.get("leave_months"):
            return _later(date.fromisoformat(asked.supposed["birth"]), int(str(months))) - timedelta(days=1)
        case _:
            return None


def _later(day: date, months: int) -> date:
    return date.fromordinal(int(months_later(whole(day.toordinal()), months).item()))


@cache
def _known() -> Mapping[Kind, tuple[Claim, ...]]:
    file = read(text_of(__package__, "filing.yaml"))
    return {Kind(kind): tuple(_claims(rows, file["where"])) for kind, rows in file["claims"].items()}


def _claims(rows: list[dict[str, Any]], places: Mapping[str, str]) -> Iterator[Claim]:
    for row in rows:
        yield Claim(
            code=row["code"],
            since=row["since"],
            whom=row["whom"],
            papers=tuple(row["papers"]),
            where=tuple(places[place] for place in row["where"]),
            within=row["within"],
            start=Start(row["from"]),
            settled=tuple(row["settled"]),
            policy=row["policy"],
            act=row["act"],
            at_counter="counter" in row["where"],
            female=row["sex"] == "female" if "sex" in row else None,
            voluntary=row.get("scheme") == "voluntary",
        )
