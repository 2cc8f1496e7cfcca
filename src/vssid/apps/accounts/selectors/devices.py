"""Whether a browser is one the account was used on before."""

from __future__ import annotations

from vssid.apps.accounts.models import KnownDevice
from vssid.kit.sealing import lookup_digest


def is_known_device(account_id: int, device_token: str) -> bool:
    """``device_token``: what the browser kept from its last sign-in. One statement, also for nobody (0)."""
    digest = lookup_digest("device", device_token)
    return KnownDevice.objects.filter(account_id=account_id, token_digest=digest).exists()
