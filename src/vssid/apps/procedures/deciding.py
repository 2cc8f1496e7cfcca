"""What follows a decision, in its transaction: the kind's own outcome, and the person is told."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.procedures.kinds.kind import Decided
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.telling import tell_decided
from vssid.domain.casework.states import Outcome
from vssid.domain.values.actor import Actor


def finish(*, actor: Actor, case: Case, words: str, now: datetime) -> None:
    hook = kind_of(case.kind).outcome
    act = hook.approve if case.outcome == Outcome.APPROVED else hook.refuse
    decided = Decided(case_number(case), case.subject, case.person_id, case.reason, words)
    act(actor=actor, decided=decided, now=now)
    tell_decided(case, actor, now)
