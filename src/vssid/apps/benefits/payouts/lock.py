"""The person's own lock against changes of the account."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from vssid.apps.audit.event_numbers import event_number
from vssid.apps.benefits.models import PayoutLock
from vssid.apps.benefits.payouts.errors import PayoutLocked
from vssid.apps.benefits.payouts.states import HELD


def locked(person_id: int, *, now: datetime) -> bool:
    standing = PayoutLock.objects.filter(Q(opens_at=None) | Q(opens_at__gt=now), person_id=person_id)
    return standing.exists()


def require_unlocked(person_id: int, *, now: datetime) -> None:
    """Raises PayoutLocked."""
    if locked(person_id, now=now):
        raise PayoutLocked


def put_lock(person_id: int, *, now: datetime) -> bool:
    """Whether it was open, or about to open. Belongs into a transaction."""
    if PayoutLock.objects.filter(person_id=person_id, opens_at=None).exists():
        return False
    shut = PayoutLock(person_id=person_id, seq=event_number(now), since=now)
    PayoutLock.objects.bulk_create([shut], ignore_conflicts=True)
    return True


def open_later(person_id: int, *, now: datetime) -> datetime | None:
    """From when it is open; None when no lock waits to be opened."""
    opens_at = now + HELD
    shut = PayoutLock.objects.filter(person_id=person_id, opens_at=None)
    return opens_at if shut.update(opens_at=opens_at) else None
