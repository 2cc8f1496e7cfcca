"""What officers looked at lately, for finding looks that their work does not explain. No contents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vssid.apps.audit.models import AccessEvent
from vssid.apps.audit.vocabulary import Action, Purpose
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.months import Month
from vssid.domain.values.problem import NotAllowed
from vssid.kit.clock import VIETNAM
from vssid.kit.sharding import cross_shard


@dataclass(frozen=True, slots=True)
class StaffLook:
    at: datetime
    person_id: int
    action: Action
    purpose: Purpose
    case: str


def officers_who_looked(actor: Actor, *, since: datetime, now: datetime) -> list[str]:
    """Pseudonyms."""
    _require_system(actor)
    with cross_shard("officers who looked lately"):
        rows = AccessEvent.objects.filter(
            month__in=_months(since, now), actor_kind=ActorKind.OFFICER, at__gte=since, at__lte=now
        )
        return sorted(set(rows.values_list("actor_ref", flat=True)))


def looks_of(actor: Actor, officer: str, *, since: datetime, now: datetime) -> list[StaffLook]:
    """Looks and changes by one of the staff, oldest first."""
    _require_system(actor)
    with cross_shard("looks of one officer"):
        rows = AccessEvent.objects.filter(
            month__in=_months(since, now),
            actor_kind=ActorKind.OFFICER,
            actor_ref=officer,
            at__gte=since,
            at__lte=now,
        ).order_by("at", "seq")
        found = list(rows.values_list("at", "person_id", "action", "purpose", "case"))
    return [
        StaffLook(at, person_id, Action(action), Purpose(purpose), case)
        for at, person_id, action, purpose, case in found
    ]


def _months(since: datetime, now: datetime) -> tuple[int, ...]:
    ends = (Month.containing(moment.astimezone(VIETNAM).date()) for moment in (since, now))
    return tuple(sorted(set(ends)))


def _require_system(actor: Actor) -> None:
    if actor.kind is not ActorKind.SYSTEM:
        raise NotAllowed
