"""A browser becomes one the account was used on without a sign-in: somebody has just proved who they are."""

from __future__ import annotations

import secrets
from datetime import datetime

from vssid.apps.accounts.device_labels import device_label
from vssid.apps.accounts.models import KnownDevice
from vssid.kit.sealing import lookup_digest


def remember_device(*, account_id: int, user_agent: str, now: datetime) -> str:
    """The token the browser keeps. Belongs into the transaction of the proof."""
    token = secrets.token_urlsafe(32)
    KnownDevice.objects.create(
        account_id=account_id,
        token_digest=lookup_digest("device", token),
        label=device_label(user_agent),
        first_seen=now,
        last_seen=now,
    )
    return token
