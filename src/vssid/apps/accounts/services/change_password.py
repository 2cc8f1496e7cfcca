"""A new password. Other devices must prove themselves again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.hashing import hashed
from vssid.apps.accounts.holds import HoldKind
from vssid.apps.accounts.models import Account, KnownDevice
from vssid.apps.accounts.services.log_own_change import log_own_change
from vssid.apps.accounts.services.place_hold import place_hold
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed
from vssid.kit.sealing import lookup_digest


def change_password(*, actor: Actor, new_password: str, device_token: str, now: datetime) -> None:
    """Stores a password the rules have passed; the browser that keeps ``device_token`` alone stays known.

    The caller has checked the old password and ends the other sessions. Raises SignInBusy.
    """
    if actor.person_id is None:
        raise NotAllowed
    encoded = hashed(new_password)
    with transaction.atomic():
        account = Account.objects.get(person_id=actor.person_id)
        account.password = encoded
        account.must_change_password = False
        account.save(update_fields=["password", "must_change_password"])
        here = lookup_digest("device", device_token)
        KnownDevice.objects.filter(account=account).exclude(token_digest=here).delete()
        place_hold(account_id=account.pk, kind=HoldKind.AFTER_PASSWORD_CHANGE, now=now)
        log_own_change(actor=actor, now=now)
