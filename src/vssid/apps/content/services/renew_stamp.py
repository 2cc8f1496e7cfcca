"""Tells every process that what it holds in memory is out of date."""

from __future__ import annotations

import secrets

from vssid.apps.content.models import Stamp


def renew_stamp() -> None:
    """Within the transaction of the change: who sees the new mark sees the change."""
    Stamp.objects.update_or_create(pk=1, defaults={"mark": secrets.token_urlsafe(16)})
