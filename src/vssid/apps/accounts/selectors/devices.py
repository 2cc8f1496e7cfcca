"""Whether a browser is one the account was used on before."""

from __future__ import annotations

from django.db import router
from django.db.models import Exists, OuterRef, QuerySet

from vssid.apps.accounts.models import Account, KnownDevice
from vssid.kit.compiled_queries import CompiledRows
from vssid.kit.sealing import lookup_digest

_NOBODY = 0


def is_known_device(account_id: int, device_token: str) -> bool:
    """``device_token``: what the browser kept from its last sign-in."""
    digest = lookup_digest("device", device_token)
    return KnownDevice.objects.filter(account_id=account_id, token_digest=digest).exists()


def account_on_device(person_id: int | None, device_token: str) -> tuple[Account | None, bool]:
    """The person's account, and whether the browser is one of its devices. One statement, also for nobody."""
    digest = lookup_digest("device", device_token)
    for *columns, known in _ACCOUNT_AND_DEVICE(_NOBODY if person_id is None else person_id, digest):
        return Account.from_db(router.db_for_read(Account), _COLUMNS, columns), bool(known)
    return None, False


_COLUMNS = [field.attname for field in Account._meta.concrete_fields]


def _account_and_device(person_id: int, digest: str) -> QuerySet[Account, tuple[object, ...]]:
    known = Exists(KnownDevice.objects.filter(account_id=OuterRef("pk"), token_digest=digest))
    return Account.objects.filter(person_id=person_id).values_list(*_COLUMNS, known)


_ACCOUNT_AND_DEVICE = CompiledRows(Account, _account_and_device, -1, "a device")
