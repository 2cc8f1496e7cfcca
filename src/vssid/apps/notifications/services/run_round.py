"""Tells many people in small steps: batch and progress in one transaction, so that a kill leaves it whole."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from vssid.apps.notifications.models import Round
from vssid.apps.notifications.services.notify import Event, notify_all
from vssid.domain.values.actor import Actor
from vssid.kit import clock

BATCH = 500
_TURN = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Told:
    """``last``: the greatest person_id looked at, None when there is nobody further."""

    events: Collection[Event]
    last: int | None


Step = Callable[[int, int], Told]
"""``step(after, most)``: what is to be told to the next ``most`` people after the person ``after``."""


def run_round(*, actor: Actor, name: str, code: str, step: Step, now: datetime) -> int:
    """Goes on where the round stopped, for two minutes at most; the number of notices written in this turn.

    ``name`` says the occasion: a finished round is never run again. Two at once do no harm, because an event
    is told once.
    """
    round_, _new = Round.objects.get_or_create(name=name, defaults={"begun_at": now})
    begun, written = clock.now(), 0
    while round_.done_at is None and clock.now() - begun < _TURN:
        told = step(round_.after, BATCH)
        with transaction.atomic():
            for first in range(0, len(told.events), BATCH):
                part = list(told.events)[first : first + BATCH]
                written += notify_all(actor=actor, code=code, events=part, now=now, spread=True)
            round_.after = round_.after if told.last is None else told.last
            round_.done_at = now if told.last is None else None
            round_.told += len(told.events)
            round_.save(update_fields=["after", "done_at", "told"])
    return written
