"""A person's own cases: how they stand, what was asked, what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from vssid.apps.audit.policies import subject_of
from vssid.apps.procedures.kinds.kind import Kind, Notices, PhotoAnswer
from vssid.apps.procedures.kinds.loading import kind_of, told_by_us
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.selectors.history import Step, history_of
from vssid.domain.casework.states import Outcome, State
from vssid.domain.casework.transitions import Act
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound
from vssid.kit.clock import VIETNAM
from vssid.kit.public_ids import find_by_public_id, public_id

_SHOWN = frozenset({Act.SUBMIT, Act.ASK, Act.ANSWER, Act.DECIDE, Act.CONFIRM, Act.WITHDRAW})
"""What of the history is the person's; who held it, and what officers wrote each other, is not."""
_DECIDING = frozenset({Act.DECIDE, Act.CONFIRM})


@dataclass(frozen=True, slots=True)
class OwnCase:
    """``id`` may stand in an address. ``due_on``: None while the clock stands or the case is over.
    ``answer_until``: the last day to answer, when something is asked."""

    id: str
    number: str
    kind: Kind
    subject: str
    state: State
    due_on: date | None
    answer_until: date | None
    outcome: Outcome | None
    history: tuple[Step, ...]

    @property
    def report_seq(self) -> int:
        """The number of the report the case is about; 0 for a case about something else."""
        return int(self.subject.partition(",")[2] or 0) if self.kind.code.startswith("report_") else 0

    @property
    def asked_here(self) -> bool:
        """A request of the person, told by the messages of requests; its words are kept by the case."""
        return self.kind.notices is Notices.DATA_REQUEST

    @property
    def sent_on(self) -> date:
        return self.history[0].at.astimezone(VIETNAM).date()

    @property
    def question(self) -> Step | None:
        """What the person is asked now."""
        return self._last(Act.ASK) if self.state is State.WAITING_PERSON else None

    @property
    def photo(self) -> PhotoAnswer | None:
        """What is needed to answer the question, where a photo does."""
        asked = self.question
        return self.kind.photo if asked is not None and self.kind.wants_photo(asked.code) else None

    @property
    def answer(self) -> Step | None:
        """The decision, with its words."""
        return self._last(*_DECIDING)

    def _last(self, *acts: Act) -> Step | None:
        return next((step for step in reversed(self.history) if step.act in acts), None)


def own_cases(actor: Actor, *, now: datetime, person_id: int | None = None) -> list[OwnCase]:
    """Newest first; NotFound when they are not the actor's to see. Two statements."""
    return [_own_case(case) for case in _rows(actor, now, person_id).prefetch_related("events")]


def own_case(actor: Actor, case_id: str, *, now: datetime, person_id: int | None = None) -> OwnCase:
    """The case of that public id; NotFound."""
    return _own_case(own_case_row(actor, case_id, now=now, person_id=person_id))


def own_case_row(actor: Actor, case_id: str, *, now: datetime, person_id: int | None = None) -> Case:
    found = find_by_public_id(case_id, _rows(actor, now, person_id), _public_id)
    if found is None:
        raise NotFound
    return found


def told_steps() -> Q:
    """Of all steps of cases about a person: those the pages above show them."""
    return Q(case__kind__in=told_by_us(), act__in=_SHOWN)


def _rows(actor: Actor, now: datetime, person_id: int | None) -> QuerySet[Case]:
    subject = subject_of(actor, person_id, on=now.astimezone(VIETNAM).date())
    return Case.objects.filter(person_id=subject, kind__in=told_by_us()).order_by("-pk")


def _public_id(case: Case) -> str:
    return public_id("case", case.pk)


def _own_case(case: Case) -> OwnCase:
    kind = kind_of(case.kind)
    events = [event for event in case.events.all() if event.act in _SHOWN]
    running = case.seconds_left is None and not case.closed
    return OwnCase(
        id=_public_id(case),
        number=case_number(case),
        kind=kind,
        subject=case.subject,
        state=State(case.state),
        due_on=case.due_at.astimezone(VIETNAM).date() if running else None,
        answer_until=case.answer_until,
        outcome=Outcome(case.outcome) if case.outcome and case.closed else None,
        history=history_of(kind, events),
    )
