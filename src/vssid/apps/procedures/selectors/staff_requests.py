"""Requests for a change among the staff, with what the second person said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vssid.apps.accounts.selectors.staff_list import RequestLine, requests_at
from vssid.apps.accounts.staff_changes import KIND
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.selectors.history import history_of
from vssid.domain.casework.transitions import Act
from vssid.domain.values.actor import Actor


@dataclass(frozen=True, slots=True)
class StaffRequest:
    """``number``: of the case. ``answer``: the words of the reason by language, empty until it is decided;
    ``words``: what was added to it."""

    line: RequestLine
    number: str
    answer: Mapping[str, str]
    words: str


def staff_requests(actor: Actor, office: str) -> tuple[StaffRequest, ...]:
    """The newest first. Raises NotAllowed. Four statements."""
    lines = requests_at(actor, office)
    rows = Case.objects.filter(kind=KIND, subject__in=[line.subject for line in lines])
    cases = {case.subject: case for case in rows.prefetch_related("events")}
    return tuple(_request(line, cases[line.subject]) for line in lines if line.subject in cases)


def _request(line: RequestLine, case: Case) -> StaffRequest:
    steps = history_of(kind_of(KIND), list(case.events.all()))
    decided = next((step for step in steps if step.act is Act.DECIDE), None)
    return StaffRequest(
        line=line,
        number=case_number(case),
        answer=decided.reason if decided else {},
        words=decided.words if decided else "",
    )
