"""Takes a change of contact back while it waits."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.models import Account, ContactChange
from vssid.apps.accounts.services.log_own_change import log_own_change
from vssid.apps.notifications.vocabulary import Channel
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed


def stop_contact_change(*, actor: Actor, channel: Channel, now: datetime) -> bool:
    """Whether one waited. Any level of assurance will do: nothing is gained by stopping."""
    if actor.person_id is None:
        raise NotAllowed
    account = Account.objects.get(person_id=actor.person_id)
    with transaction.atomic():
        stopped, _ = ContactChange.objects.filter(account=account, channel=channel).delete()
        if stopped:
            log_own_change(actor=actor, now=now)
    return stopped > 0
