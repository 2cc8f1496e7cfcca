"""The tour was read or declined: it is not offered again, on no device."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.models import Account
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed


def finish_welcome(*, actor: Actor, now: datetime) -> None:
    """Keeps the first time. NotAllowed for a visitor."""
    if actor.person_id is None:
        raise NotAllowed
    Account.objects.filter(person_id=actor.person_id, welcomed_at__isnull=True).update(welcomed_at=now)
