"""Whether a browser is one the account was used on before."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from vssid.apps.accounts.models import Account, KnownDevice
from vssid.kit.sealing import lookup_digest

_NOBODY = 0


def is_known_device(account_id: int, device_token: str) -> bool:
    """``device_token``: what the browser kept from its last sign-in."""
    digest = lookup_digest("device", device_token)
    return KnownDevice.objects.filter(account_id=account_id, token_digest=digest).exists()


def account_on_device(person_id: int | None, device_token: str) -> tuple[Account | None, bool]:
    """The person's account, and whether the browser is one of its devices. One statement, also for nobody."""
    digest = lookup_digest("device", device_token)
    known = Exists(KnownDevice.objects.filter(account_id=OuterRef("pk"), token_digest=digest))
    whose = Account.objects.filter(person_id=_NOBODY if person_id is None else person_id)
    account = whose.annotate(on_known_device=known).first()
    return account, account is not None and account.on_known_device
