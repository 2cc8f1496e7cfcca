"""The queue of an office: who is most in a hurry stands first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from django.db.models import Count, Q, QuerySet

from vssid.apps.procedures.kinds.kind import Kind
from vssid.apps.procedures.kinds.loading import catalogue, kind_of
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.policies import works_on
from vssid.apps.procedures.steps import clock_of
from vssid.domain.casework.clock import Pace, left, pace
from vssid.domain.casework.states import State
from vssid.domain.casework.working_time import A_DAY, after
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound

PAGE = 25
_MARK = re.compile(r"(\d{1,17})-(\d{1,18})\Z", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class View(StrEnum):
    """IN_WORK: the clock runs. FREE: nobody has claimed it. WAITING: the person's turn. SECOND: proposed by
    somebody else, waiting for a second officer. MINE: on my desk."""

    IN_WORK = "in_work"
    FREE = "free"
    WAITING = "waiting"
    SECOND = "second"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class QueueRow:
    """No name: whose case it is shows when it is opened, which is logged."""

    number: str
    kind: Kind
    state: State
    opened_at: datetime
    due_at: datetime
    pace: Pace
    left: timedelta
    answer_until: date | None
    mine: bool
    held: bool


@dataclass(frozen=True, slots=True)
class Queue:
    """``next``: the mark of the following page, empty on the last. ``over`` and ``near`` count the office."""

    rows: tuple[QueueRow, ...]
    counts: Mapping[View, int]
    over: int
    near: int
    next: str


def queue(actor: Actor, *, now: datetime, view: View = View.IN_WORK, kind: str = "", mark: str = "") -> Queue:
    """The cases of the actor's office they may work on; NotFound for whoever works on none.

    ``mark``: as the page before gave it; ValueError for any other text. Two statements.
    """
    codes = [one.code for one in catalogue().values() if works_on(actor, one)]
    if not codes or not actor.office:
        raise NotFound
    office = Case.objects.filter(office_code=actor.office, closed=False, kind__in=codes)
    wanted = office.filter(_narrowed(view, actor), **({"kind": kind} if kind else {}))
    found = list(_after(wanted, mark).order_by("due_at", "id")[: PAGE + 1])
    shown = found[:PAGE]
    counts = _counts(office, actor, now)
    return Queue(
        rows=tuple(_row(case, actor, now) for case in shown),
        counts={one: counts[one] for one in View},
        over=counts["over"],
        near=counts["near"],
        next=_mark(shown[-1]) if len(found) > PAGE else "",
    )


def _narrowed(view: View, actor: Actor) -> Q:
    return {
        View.IN_WORK: ~Q(state=State.WAITING_PERSON),
        View.FREE: Q(state=State.SUBMITTED),
        View.WAITING: Q(state=State.WAITING_PERSON),
        View.SECOND: Q(state=State.WAITING_SECOND) & ~Q(proposer=actor.id) & ~Q(own_work_of=actor.id),
        View.MINE: Q(holder=actor.id) & ~Q(state=State.WAITING_SECOND),
    }[view]


def _counts(office: QuerySet[Case], actor: Actor, now: datetime) -> dict[str, int]:
    running = Q(seconds_left=None)
    return office.aggregate(
        over=Count("id", filter=running & Q(due_at__lt=now)),
        near=Count("id", filter=running & Q(due_at__gte=now, due_at__lte=after(now, A_DAY))),
        **{view: Count("id", filter=_narrowed(view, actor)) for view in View},
    )


def _after(rows: QuerySet[Case], mark: str) -> QuerySet[Case]:
    if not mark:
        return rows
    found = _MARK.match(mark)
    if found is None:
        raise ValueError("no mark of a page")
    due_at = _EPOCH + int(found[1]) * _MICROSECOND
    return rows.filter(Q(due_at__gt=due_at) | Q(due_at=due_at, id__gt=int(found[2])))


def _mark(case: Case) -> str:
    return f"{(case.due_at - _EPOCH) // _MICROSECOND}-{case.pk}"


def _row(case: Case, actor: Actor, now: datetime) -> QueueRow:
    clock = clock_of(case)
    return QueueRow(
        number=case_number(case),
        kind=kind_of(case.kind),
        state=State(case.state),
        opened_at=case.opened_at,
        due_at=case.due_at,
        pace=pace(clock, now),
        left=left(clock, now),
        answer_until=case.answer_until,
        mine=case.holder == actor.id,
        held=bool(case.holder),
    )
