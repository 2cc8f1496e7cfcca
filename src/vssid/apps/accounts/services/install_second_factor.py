"""A second factor whose secret is public: for the demonstration alone."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from vssid.apps.accounts.models import Account, SecondFactor
from vssid.apps.accounts.policies import may_open_account
from vssid.apps.accounts.services.set_up_second_factor import enrol, sealed_secret
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed


def install_second_factor(*, actor: Actor, person_id: int, secret: str, now: datetime) -> None:
    """``secret`` in base32. Without recovery codes. NotAllowed outside a demonstration."""
    if not settings.DEMO or not may_open_account(actor):
        raise NotAllowed
    account = Account.objects.get(person_id=person_id)
    SecondFactor.objects.update_or_create(
        account=account, defaults={"secret_sealed": sealed_secret(account.pk, secret), "last_step": 0}
    )
    enrol(account.pk, (), step=0, now=now)
