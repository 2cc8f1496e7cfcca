"""The cases an officer may approve among many: nobody's yet, or on the officer's own desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db.models import Q

from vssid.apps.procedures.kinds.kind import Kind
from vssid.apps.procedures.kinds.loading import catalogue, kind_of
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.policies import works_on
from vssid.apps.procedures.steps import clock_of
from vssid.domain.casework.clock import Pace, left, pace
from vssid.domain.casework.states import State
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound
from vssid.kit.clock import VIETNAM

MOST = 100
"""At once: more is not looked at."""


@dataclass(frozen=True, slots=True)
class WaivedRow:
    """No name: it shows with what was found, which is logged."""

    number: str
    kind: Kind
    channel: str
    opened_at: datetime
    due_at: datetime
    pace: Pace
    left: timedelta


def waivable(actor: Actor) -> tuple[Kind, ...]:
    """The kinds with waivers that the actor works on."""
    return tuple(kind for kind in catalogue().values() if kind.waived and works_on(actor, kind))


def waived_rows(actor: Actor, *, now: datetime) -> tuple[WaivedRow, ...]:
    """At most :data:`MOST` of the actor's office, the most urgent first. One statement. NotFound for whoever
    works on no such kind."""
    kinds = waivable(actor)
    if not kinds or not actor.office:
        raise NotFound
    today = now.astimezone(VIETNAM).date()
    came = reduce(or_, (Q(kind=kind.code, channel__in=kind.waivers(today)) for kind in kinds))
    free = Q(state=State.SUBMITTED) & ~Q(own_work_of=actor.id) | Q(state=State.CLAIMED, holder=actor.id)
    rows = Case.objects.filter(came, free, office_code=actor.office, closed=False)
    return tuple(_row(case, now) for case in rows.order_by("due_at", "id")[:MOST])


def _row(case: Case, now: datetime) -> WaivedRow:
    clock = clock_of(case)
    return WaivedRow(
        number=case_number(case),
        kind=kind_of(case.kind),
        channel=case.channel,
        opened_at=case.opened_at,
        due_at=case.due_at,
        pace=pace(clock, now),
        left=left(clock, now),
    )
