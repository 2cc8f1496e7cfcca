"""Either side ends an authorisation: with the next page nothing of it is open."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.delegations.telling import ENDED, log_step, tell_both
from vssid.apps.accounts.models import Delegation
from vssid.apps.accounts.selectors.delegations import delegation_of
from vssid.domain.values.actor import Actor


def revoke_delegation(*, actor: Actor, actor_name: str, wanted: str, now: datetime) -> None:
    """``wanted``: its public id. Any level of assurance will do: nothing is gained by ending. NotFound unless
    the actor gave or received it."""
    row = delegation_of(actor, wanted, now=now)
    by = "giver" if row.giver_id == actor.person_id else "receiver"
    with transaction.atomic():
        if not Delegation.objects.filter(pk=row.pk, ended_at=None).update(ended_at=now, ended_by=by):
            return
        log_step(row, actor=actor, actor_name=actor_name, now=now)
        if row.accepted_at is not None:
            tell_both(row, ENDED, now=now)
