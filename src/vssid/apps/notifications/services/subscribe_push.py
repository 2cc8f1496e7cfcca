"""Signs a browser up for push messages, or off."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from vssid.apps.consents.purposes import Purpose
from vssid.apps.consents.services.give_consent import give_consent, withdraw_consent
from vssid.apps.notifications.models import PushEndpoint, PushSubscription
from vssid.apps.notifications.selectors.subscriptions import push_device_id
from vssid.apps.notifications.subscription import (
    ENDPOINT,
    endpoint_digest,
    read_subscription,
    subscription_number,
)
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed, NotFound
from vssid.kit.public_ids import find_by_public_id
from vssid.kit.sealing import seal

MOST_DEVICES = 10


def subscribe_push(*, actor: Actor, subscription: str, device: str, now: datetime) -> None:
    """``subscription``: JSON as the browser gave it; with it the person agrees to push. A browser another
    person used before is theirs no more.

    The oldest beyond ten is forgotten. Raises UnreadableSubscription.
    """
    if actor.person_id is None:
        raise NotAllowed
    person_id = actor.person_id
    kept = read_subscription(subscription, hosts=settings.PUSH_HOSTS)
    seq, digest = subscription_number(kept), endpoint_digest(kept)
    sealed = seal(kept, table="push_subscription", pk=f"{person_id},{seq}", field="subscription")
    with transaction.atomic():
        before = PushEndpoint.objects.filter(digest=digest, kind=ENDPOINT).values_list("person_id", flat=True)
        for other in list(before):
            PushSubscription.objects.filter(person_id=other, seq=seq).delete()
        PushEndpoint.objects.update_or_create(
            digest=digest, kind=ENDPOINT, defaults={"person_id": person_id, "seq": seq}
        )
        give_consent(actor=actor, purpose=Purpose.PUSH, now=now)
        PushSubscription.objects.create(
            person_id=person_id, seq=seq, since=now, device=device[:80], subscription_sealed=sealed
        )
        own = PushSubscription.objects.filter(person_id=person_id)
        for old in own.order_by("-since").values_list("seq", flat=True)[MOST_DEVICES:]:
            _forget(person_id, old)


def unsubscribe_push(*, actor: Actor, device_id: str, now: datetime) -> None:
    """``device_id``: the public id of one of the actor's own browsers; NotFound for any other. With the last
    one the consent ends."""
    if actor.person_id is None:
        raise NotFound
    person_id = actor.person_id
    numbers = PushSubscription.objects.filter(person_id=person_id).values_list("seq", flat=True)
    seq = find_by_public_id(device_id, numbers, lambda number: push_device_id(person_id, number))
    if seq is None:
        raise NotFound
    with transaction.atomic():
        _forget(person_id, seq)
        if not PushSubscription.objects.filter(person_id=person_id).exists():
            withdraw_consent(actor=actor, purpose=Purpose.PUSH, now=now)


def _forget(person_id: int, seq: int) -> None:
    PushSubscription.objects.filter(person_id=person_id, seq=seq).delete()
    PushEndpoint.objects.filter(kind=ENDPOINT, person_id=person_id, seq=seq).delete()
