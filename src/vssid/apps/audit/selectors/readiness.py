"""Is the access log sealed in time."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.audit.models import UnsealedEvent


def oldest_unsealed_seconds(*, now: datetime) -> float:
    """Age of the event that waits longest for its seal; 0 when none waits."""
    oldest = UnsealedEvent.objects.order_by("written_at").values_list("written_at", flat=True).first()
    return (now - oldest).total_seconds() if oldest else 0.0
