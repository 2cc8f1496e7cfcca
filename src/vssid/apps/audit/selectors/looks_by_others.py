"""Who looked at many people's data on one day, for telling them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet

from vssid.apps.audit.models import AccessEvent
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.months import Month
from vssid.domain.values.problem import NotAllowed
from vssid.kit.clock import VIETNAM
from vssid.kit.sharding import cross_shard

_OTHERS = (ActorKind.OFFICER, ActorKind.EMPLOYER)


@dataclass(frozen=True, slots=True)
class Look:
    """``name``: role and office, or the institution; never a member of staff."""

    person_id: int
    name: str


def people_looked_at(actor: Actor, day: date, *, after: int, most: int) -> list[int]:
    """The next people, by number, whom an officer or employer looked at on ``day`` outside a case."""
    _require_system(actor)
    with cross_shard("everybody looked at on a day"):
        rows = _looks(day).filter(person_id__gt=after).order_by("person_id")
        return list(rows.values_list("person_id", flat=True).distinct()[:most])


def looks_at(actor: Actor, day: date, person_ids: Collection[int]) -> list[Look]:
    """Those looks, oldest first. What a recorded ground still hides is left out."""
    _require_system(actor)
    rows = _looks(day).filter(person_id__in=set(person_ids)).order_by("person_id", "seq")
    return [Look(*row) for row in rows.values_list("person_id", "actor_name")]


def _looks(day: date) -> QuerySet[AccessEvent]:
    begin = datetime.combine(day, time(), VIETNAM)
    return AccessEvent.objects.filter(
        month=Month.containing(day),
        at__gte=begin,
        at__lt=begin + timedelta(days=1),
        actor_kind__in=_OTHERS,
        case="",
        visible_from=None,
    )


def _require_system(actor: Actor) -> None:
    if actor.kind is not ActorKind.SYSTEM:
        raise NotAllowed
