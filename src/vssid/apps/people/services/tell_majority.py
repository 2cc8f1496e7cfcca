"""Tells parents and guardians a month before that their right ends, and the child on the day it does."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from vssid.apps.notifications.services.notify import Event
from vssid.apps.notifications.services.run_round import Told, run_round
from vssid.apps.people.models import Person
from vssid.apps.people.policies import born_to_be_adult_on
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.clock import VIETNAM
from vssid.kit.sharding import cross_shard

CODE = "life.majority"
DAYS_BEFORE = (30, 0)

_ACTOR = Actor(kind=ActorKind.SYSTEM, id="majority", channel="worker")


def tell_majority(*, now: datetime) -> int:
    """The notices written in this turn of today's rounds. Before the birthday a child's notices go to those
    who answer for them, from then on to themselves."""
    today = now.astimezone(VIETNAM).date()
    return sum(_round(today, today + timedelta(days=before), now) for before in DAYS_BEFORE)


def _round(today: date, birthday: date, now: datetime) -> int:
    def step(after: int, most: int) -> Told:
        people = _turning(birthday, after, most)
        events = [
            Event(person_id, str(today), {"holder": name, "day": birthday}) for person_id, name in people
        ]
        return Told(events, last=people[-1][0] if people else None)

    return run_round(actor=_ACTOR, name=f"{CODE} {today} {birthday}", code=CODE, step=step, now=now)


def _turning(birthday: date, after: int, most: int) -> list[tuple[int, str]]:
    with cross_shard("everybody who comes of age on a day"):
        rows = Person.objects.filter(
            born_on__in=born_to_be_adult_on(birthday), died_on=None, person_id__gt=after
        )
        return list(rows.order_by("person_id").values_list("person_id", "full_name")[:most])
