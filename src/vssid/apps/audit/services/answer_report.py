"""A report has its answer."""

from __future__ import annotations

from vssid.apps.audit.models import Report
from vssid.apps.audit.selectors.reports import ReportState
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, NotFound


def answer_report(*, actor: Actor, person_id: int, seq: int) -> None:
    """In the transaction of the decision, whose service writes the log. NotAllowed but for staff."""
    if actor.kind is not ActorKind.OFFICER:
        raise NotAllowed
    if not Report.objects.filter(person_id=person_id, seq=seq).update(state=ReportState.ANSWERED):
        raise NotFound
