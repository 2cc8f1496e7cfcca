"""The decision is the answer to the report; where no reason for a look is found, whoever looked is asked."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.procedures.kinds.kind import Decided
from vssid.apps.procedures.reports import answer, place_of_report
from vssid.apps.procedures.services.raise_alarm import ask_to_explain
from vssid.domain.values.actor import Actor

NO_REASON = "no_reason_found"


def approve(*, actor: Actor, decided: Decided, now: datetime) -> None:
    answer(actor, decided)
    if decided.reason == NO_REASON:
        person_id, report = place_of_report(decided.subject)
        ask_to_explain(person_id=person_id, report=report, now=now)


def refuse(*, actor: Actor, decided: Decided, now: datetime) -> None:
    answer(actor, decided)
