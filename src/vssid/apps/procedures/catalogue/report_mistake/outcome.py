"""The decision is the answer to the report."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.procedures.kinds.kind import Decided
from vssid.apps.procedures.reports import answer
from vssid.domain.values.actor import Actor


def approve(*, actor: Actor, decided: Decided, now: datetime) -> None:
    answer(actor, decided)


def refuse(*, actor: Actor, decided: Decided, now: datetime) -> None:
    answer(actor, decided)
