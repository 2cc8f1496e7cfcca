"""Takes a change of contact back while it waits."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.models import Account, ContactChange
from vssid.apps.audit.services.record_access import record_access
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
            record_access(
                actor=actor,
                person_id=actor.person_id,
                action="change",
                data_group="account",
                purpose="own",
                now=now,
            )
    return stopped > 0
