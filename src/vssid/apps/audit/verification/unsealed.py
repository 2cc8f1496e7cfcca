"""Events no link covers: those that have waited too long, and those that wait for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from vssid.apps.audit.event_numbers import first_number
from vssid.apps.audit.models import UnsealedEvent
from vssid.apps.audit.verification.finding import Fault, Finding
from vssid.apps.audit.verification.rows import unlinked_events, waiting_without_event

PATIENCE = timedelta(minutes=5)


def unsealed(bucket: int, *, since: datetime | None, now: datetime) -> Iterator[Finding]:
    """Faults of the events of ``bucket`` written at ``since`` or later (None: all) that have no link."""
    place = f"bucket {bucket}"
    for number, is_waiting in unlinked_events(bucket, first=first_number(since) if since else 0):
        if not is_waiting:
            yield Finding(
                Fault.NOT_SEALED, place, f"event {number} is in the log but was never given to seal"
            )
    for number in waiting_without_event(bucket):
        yield Finding(Fault.EVENT_GONE, place, f"event {number} was taken out before it was sealed")
    late = UnsealedEvent.objects.filter(bucket=bucket, written_at__lt=now - PATIENCE).count()
    if late:
        yield Finding(Fault.NOT_SEALED, place, f"{late} events wait longer than {PATIENCE}")
