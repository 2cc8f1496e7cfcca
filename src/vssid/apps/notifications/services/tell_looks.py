"""Tells people once a day who opened their record outside a case."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import groupby

from vssid.apps.audit.ports import staff_words
from vssid.apps.audit.selectors.looks_by_others import looks_at, people_looked_at
from vssid.apps.notifications.services.notify import Event
from vssid.apps.notifications.services.run_round import Told, run_round
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.clock import VIETNAM

_CODE = "auth.data_viewed"
_ACTOR = Actor(kind=ActorKind.SYSTEM, id="looks_of_the_day", channel="worker")


def tell_looks(*, now: datetime) -> int:
    """Of the day before; the notices written in this turn."""
    day = now.astimezone(VIETNAM).date() - timedelta(days=1)

    def step(after: int, most: int) -> Told:
        people = people_looked_at(_ACTOR, day, after=after, most=most)
        events = []
        for person_id, own in groupby(looks_at(_ACTOR, day, people), key=lambda look: look.person_id):
            names = [look.name for look in own]
            who = tuple(map(staff_words(), dict.fromkeys(filter(None, names)))) or ("–",)
            events.append(Event(person_id, str(day), {"looks": len(names), "who": who, "on": day}))
        return Told(events, last=people[-1] if people else None)

    return run_round(actor=_ACTOR, name=f"{_CODE} {day}", code=_CODE, step=step, now=now)
