"""A case as the officer sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vssid.apps.procedures.kinds.kind import Kind
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.policies import hand_of, open_acts
from vssid.apps.procedures.selectors.history import Step, history_of
from vssid.apps.procedures.steps import clock_of
from vssid.domain.casework.clock import Pace, left, pace
from vssid.domain.casework.states import Outcome, State
from vssid.domain.casework.transitions import Act
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """``matter``: what it is about, as the kind gives it. ``acts``: what the reader may do now. ``left``:
    working time to the deadline, negative when past. ``mine``: on the reader's desk; ``held``: on any.
    ``approval_takes_two``: a second officer confirms an approval."""

    number: str
    kind: Kind
    state: State
    opened_at: datetime
    due_at: datetime
    pace: Pace
    left: timedelta
    answer_until: date | None
    outcome: Outcome | None
    reason: str
    version: int
    mine: bool
    held: bool
    own_office: bool
    matter: object
    history: tuple[Step, ...]
    acts: frozenset[Act]
    approval_takes_two: bool

    def takes_two(self, outcome: Outcome) -> bool:
        return self.approval_takes_two if outcome is Outcome.APPROVED else self.kind.four_eyes


def sheet_of(actor: Actor, case: Case, *, now: datetime) -> CaseSheet:
    """For the service that has checked and logged the look."""
    kind, clock = kind_of(case.kind), clock_of(case)
    today = now.astimezone(VIETNAM).date()
    return CaseSheet(
        number=case_number(case),
        kind=kind,
        state=State(case.state),
        opened_at=case.opened_at,
        due_at=case.due_at,
        pace=pace(clock, now),
        left=left(clock, now),
        answer_until=case.answer_until,
        outcome=Outcome(case.outcome) if case.outcome else None,
        reason=case.reason,
        version=case.version,
        mine=case.holder == actor.id,
        held=bool(case.holder),
        own_office=case.office_code == actor.office,
        matter=kind.matter.matter(subject=case.subject, now=now),
        history=history_of(kind, list(case.events.all())),
        acts=open_acts(case, hand_of(actor, case, on=today), on=today),
        approval_takes_two=kind.takes_two(case.subject, Outcome.APPROVED, now=now),
    )
