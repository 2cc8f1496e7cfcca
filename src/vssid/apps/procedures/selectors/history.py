"""What was done to a case, oldest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from vssid.apps.procedures.kinds.kind import Kind
from vssid.apps.procedures.models import CaseEvent
from vssid.apps.procedures.steps import words_of
from vssid.domain.casework.states import Outcome
from vssid.domain.casework.transitions import Act, Party


@dataclass(frozen=True, slots=True)
class Step:
    """``actor_ref``: the pseudonym of an officer. ``reason``: the words of its ``code``, by language."""

    at: datetime
    act: Act
    party: Party
    actor_ref: str
    outcome: Outcome | None
    code: str
    reason: Mapping[str, str]
    words: str


def history_of(kind: Kind, events: list[CaseEvent]) -> tuple[Step, ...]:
    return tuple(
        Step(
            at=event.at,
            act=Act(event.act),
            party=Party(event.party),
            actor_ref=event.actor_ref,
            outcome=Outcome(event.outcome) if event.outcome else None,
            code=event.reason,
            reason=kind.words(event.reason),
            words=words_of(event),
        )
        for event in sorted(events, key=lambda one: one.version)
    )
