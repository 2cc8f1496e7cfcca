"""Stopping a version, and saying so."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.benefits.models import PayoutAccount
from vssid.apps.benefits.payouts.states import Ended, PayoutState
from vssid.apps.benefits.payouts.telling import tell_stopped
from vssid.apps.benefits.payouts.versions import end, standing
from vssid.domain.values.actor import Actor


def stop_waiting(actor: Actor, person_id: int, how: Ended, *, now: datetime) -> bool:
    """Belongs into a transaction. Whether one waited."""
    waiting = standing(person_id).get(PayoutState.PENDING)
    if waiting is not None:
        stop(actor, waiting, how, now=now)
    return waiting is not None


def stop(actor: Actor, row: PayoutAccount, how: Ended, *, now: datetime) -> None:
    end(row, PayoutState.STOPPED, how, now=now)
    tell_stopped(actor, row, now=now)
