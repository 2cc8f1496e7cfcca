"""Somebody agrees to a use of their data, or no longer does."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.vocabulary import Action, DataGroup
from vssid.apps.audit.vocabulary import Purpose as Why
from vssid.apps.consents.models import Consent
from vssid.apps.consents.purposes import Ground, Purpose, uses
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, NotFound


def give_consent(*, actor: Actor, purpose: Purpose, now: datetime) -> None:
    """To the words of today. Given already: nothing happens. NotFound for what no consent is asked for."""
    person_id, use = _person(actor), uses()[purpose]
    if use.ground is not Ground.CONSENT:
        raise NotFound
    with transaction.atomic():
        standing = Consent.objects.select_for_update().filter(
            person_id=person_id, purpose=purpose, ended_at=None
        )
        if standing.filter(version__gte=use.version).exists():
            return
        standing.update(ended_at=now, ended_how="renewed")
        last = Consent.objects.filter(person_id=person_id).aggregate(last=Max("seq"))["last"] or 0
        Consent.objects.create(
            person_id=person_id, seq=last + 1, purpose=purpose, version=use.version, given_at=now
        )
        _log(actor, person_id, now)


def withdraw_consent(*, actor: Actor, purpose: Purpose, now: datetime) -> bool:
    """Whether one stood."""
    person_id = _person(actor)
    with transaction.atomic():
        standing = Consent.objects.filter(person_id=person_id, purpose=purpose, ended_at=None)
        if not standing.update(ended_at=now, ended_how="withdrawn"):
            return False
        _log(actor, person_id, now)
    return True


def end_consents(*, person_id: int, now: datetime) -> None:
    """All of them, with the account. Belongs into the transaction of the closing. The history stays."""
    Consent.objects.filter(person_id=person_id, ended_at=None).update(ended_at=now, ended_how="closed")


def _person(actor: Actor) -> int:
    if actor.kind is not ActorKind.CITIZEN or actor.person_id is None:
        raise NotAllowed
    return actor.person_id


def _log(actor: Actor, person_id: int, now: datetime) -> None:
    record_access(
        actor=actor,
        person_id=person_id,
        action=Action.CHANGE,
        data_group=DataGroup.ACCOUNT,
        purpose=Why.OWN,
        now=now,
    )
