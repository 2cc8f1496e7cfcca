"""Which accounts are to be closed."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.models import Account


def due_to_close(*, now: datetime) -> list[int]:
    """The people whose days to keep the account are over, for the product's own work."""
    due = Account.objects.filter(closes_at__lte=now, is_active=True).order_by("closes_at")
    return [person_id for person_id in due.values_list("person_id", flat=True) if person_id is not None]
