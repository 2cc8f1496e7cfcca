"""``schedule.toml`` as values: how long what is kept."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any


class Ground(StrEnum):
    """Why it is kept for as long."""

    LAW = "law"
    PROOF = "proof"
    SECURITY = "security"
    NEED = "need"


class Then(StrEnum):
    """What becomes of it; the head of ``schedule.toml`` says it in words."""

    KEEP = "keep"
    ACCOUNT = "account"
    OVER = "over"
    DELETE = "delete"
    FORGET = "forget"


TIMED = frozenset({Then.DELETE, Then.FORGET})


@dataclass(frozen=True, slots=True)
class Line:
    """``lasts`` after ``since``; None without a time. ``ends``: ``since`` is the end the row was given.

    ``where``: look-ups of the rows it is about. ``by``: the job that deletes, empty for the common one.
    """

    code: str
    group: str
    ground: Ground
    then: Then
    tables: tuple[str, ...]
    along: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    where: Mapping[str, Any] | None = None
    since: str = ""
    ends: bool = False
    lasts: timedelta | None = None
    by: str = ""

    @property
    def table(self) -> str:
        """Of a line with a time."""
        return self.tables[0]


@cache
def schedule() -> tuple[Line, ...]:
    """In the order of the file, which is the order of deleting. ValueError names the line that says too much
    or too little."""
    text = resources.files("vssid.apps.retention").joinpath("schedule.toml").read_text(encoding="utf-8")
    return tuple(_line(code, facts) for code, facts in tomllib.loads(text).items())


def kept(code: str) -> timedelta:
    """For code that must know how long; KeyError for a line without a time."""
    lasts = {line.code: line.lasts for line in schedule()}[code]
    if lasts is None:
        raise KeyError(code)
    return lasts


def _line(code: str, facts: Mapping[str, Any]) -> Line:
    days = facts.get("days")
    line = Line(
        code=code,
        group=facts["group"],
        ground=Ground(facts["ground"]),
        then=Then(facts["then"]),
        lasts=None if days is None else timedelta(days=days),
        tables=tuple(facts["tables"]),
        along=tuple(facts.get("along", ())),
        columns=tuple(facts.get("columns", ())),
        where=facts.get("where"),
        since=facts.get("since", ""),
        ends=facts.get("ends", False),
        by=facts.get("by", ""),
    )
    timed = line.then in TIMED
    whole = bool(line.tables) and timed == bool(line.since) == (line.lasts is not None)
    if not whole or (timed and len(line.tables) > 1) or (line.then is Then.FORGET) != bool(line.columns):
        raise ValueError(f"the line {code} of the schedule is not whole")
    return line
