"""Takes a change of the payout account back while it waits."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.benefits.payouts.states import Ended
from vssid.apps.benefits.payouts.stopping import stop_waiting
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed


def stop_payout_change(*, actor: Actor, now: datetime) -> bool:
    """Whether one waited. Any level of assurance will do: nothing is gained by stopping."""
    if actor.person_id is None:
        raise NotAllowed
    with transaction.atomic():
        return stop_waiting(actor, actor.person_id, Ended.BY_PERSON, now=now)
