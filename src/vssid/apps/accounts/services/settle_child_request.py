"""An officer's decision on a request for a child: the relation is written, or nothing is."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.child_requests.errors import AnswersAlready, ChildNotOnRecord, NotAChild
from vssid.apps.accounts.child_requests.states import State, Tie
from vssid.apps.accounts.child_requests.telling import (
    ADDED,
    REFUSED,
    SYSTEM,
    log_for_child,
    tell_family,
)
from vssid.apps.accounts.models import ChildRequest
from vssid.apps.people.policies import ADULT_AT
from vssid.apps.people.selectors.answering import answers_for, is_younger
from vssid.apps.people.selectors.contacts import names_for
from vssid.apps.people.services.relate_child import relate_child
from vssid.kit.clock import VIETNAM


def add_child(*, request_id: int, case: str, now: datetime) -> None:
    """In the transaction of the decision. Raises ChildNotOnRecord, NotAChild, AnswersAlready."""
    row = ChildRequest.objects.select_for_update().get(pk=request_id)
    child = _living_child(row, now)
    relate_child(
        guardian=row.asker_id,
        child=child,
        relation="ward" if row.tie == Tie.GUARDIAN else "child",
        source=f"case {case}",
        now=now,
    )
    _settle(row, State.APPROVED, now)
    called = names_for(SYSTEM, [row.asker_id]).get(row.asker_id, "")
    log_for_child(row, actor=SYSTEM, actor_name=called, case=case, now=now)
    tell_family(row, ADDED, now=now)


def refuse_child(*, request_id: int, now: datetime) -> None:
    row = ChildRequest.objects.select_for_update().get(pk=request_id)
    _settle(row, State.REFUSED, now)
    tell_family(row, REFUSED, now=now)


def _living_child(row: ChildRequest, now: datetime) -> int:
    """What may have changed since it was asked."""
    today = now.astimezone(VIETNAM).date()
    alive = names_for(SYSTEM, {row.asker_id, row.child_id or 0})
    if row.child_id is None or not {row.child_id, row.asker_id} <= alive.keys():
        raise ChildNotOnRecord
    if not is_younger(row.child_id, ADULT_AT, today=today):
        raise NotAChild
    if answers_for(row.asker_id, row.child_id, today=today):
        raise AnswersAlready
    return row.child_id


def _settle(row: ChildRequest, state: State, now: datetime) -> None:
    row.state, row.decided_at = state, now
    row.save(update_fields=["state", "decided_at"])
