"""The account that was to be closed is kept."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.adoption import Adoption
from vssid.apps.accounts.models import Account
from vssid.apps.accounts.services.count_adoption import count_adoption
from vssid.apps.accounts.services.log_own_change import log_own_change
from vssid.apps.notifications.services.notify import notify
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed


def keep_account(*, actor: Actor, now: datetime) -> bool:
    """Whether it was to be closed. Any level of assurance will do: nothing is gained by keeping."""
    if actor.person_id is None:
        raise NotAllowed
    closing = Account.objects.filter(person_id=actor.person_id, closes_at__isnull=False)
    with transaction.atomic():
        account = closing.first()
        if account is None or not closing.update(closes_at=None):
            return False
        log_own_change(actor=actor, now=now)
        notify(
            actor=actor,
            person_id=actor.person_id,
            code="auth.closing_kept",
            values={"at": now},
            key=now.isoformat(),
            now=now,
        )
        count_adoption(event=Adoption.KEPT, channel=actor.channel, language=account.language, now=now)
    return True
