"""The person who was asked accepts an authorisation; from then on it opens what it names."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from vssid.apps.accounts.delegations.errors import OfferGone
from vssid.apps.accounts.delegations.telling import ACCEPTED, log_step, tell_both
from vssid.apps.accounts.models import Account, Delegation
from vssid.apps.accounts.selectors.delegations import delegation_of
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound


def accept_delegation(*, actor: Actor, actor_name: str, wanted: str, now: datetime) -> None:
    """``wanted``: its public id. NotFound unless it was offered to the actor; OfferGone when it has ended."""
    row = delegation_of(actor, wanted, now=now)
    if row.receiver_id != actor.person_id:
        raise NotFound
    with transaction.atomic():
        waiting = Delegation.objects.filter(pk=row.pk, ended_at=None, accepted_at=None)
        if not waiting.update(accepted_at=now):
            raise OfferGone
        longer = Q(entrusted_until=None) | Q(entrusted_until__lt=row.until)
        Account.objects.filter(longer, person_id=actor.person_id).update(entrusted_until=row.until)
        log_step(row, actor=actor, actor_name=actor_name, now=now)
        tell_both(row, ACCEPTED, now=now)
