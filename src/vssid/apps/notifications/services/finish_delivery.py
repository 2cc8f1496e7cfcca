"""What became of one try."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet

from vssid.apps.notifications.models import Delivery
from vssid.apps.notifications.services.lease_deliveries import Leased
from vssid.apps.notifications.vocabulary import DeliveryState

MOST_ATTEMPTS = 8
_FIRST_PAUSE, _LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=12)
_LONGEST_WHY = 60


def mark_sent(row: Leased, *, address_masked: str, text_digest: str, now: datetime) -> None:
    _finish(row, DeliveryState.SENT, now, address_masked=address_masked, text_digest=text_digest, why="")


def drop(row: Leased, *, why: str, now: datetime) -> None:
    """There is nowhere to send it: no address, no longer wanted."""
    _finish(row, DeliveryState.DROPPED, now, why=why[:_LONGEST_WHY])


def postpone(row: Leased, *, until: datetime) -> None:
    """Not tried: the hour does not allow it. The try is given back."""
    _own(row).update(not_before=until, attempts=row.attempts - 1)


def fail(row: Leased, *, why: str, now: datetime, at_least_seconds: int = 0) -> None:
    """Tried in vain: again after a growing pause; given up (dead) after the last try."""
    if row.attempts >= MOST_ATTEMPTS:
        _finish(row, DeliveryState.DEAD, now, why=why[:_LONGEST_WHY])
        return
    wait = max(pause(row.attempts), timedelta(seconds=at_least_seconds))
    _own(row).update(not_before=now + wait, why=why[:_LONGEST_WHY])


def pause(attempts: int) -> timedelta:
    """1, 4, 16, 64, 256 minutes, then 12 hours."""
    growth: int = 4 ** (attempts - 1)
    return min(_FIRST_PAUSE * growth, _LONGEST_PAUSE)


def _finish(row: Leased, state: DeliveryState, now: datetime, **values: str) -> None:
    _own(row).update(state=state, finished_at=now, **values)


def _own(row: Leased) -> QuerySet[Delivery]:
    """The row, if this worker still holds it: whoever took it since has counted one more attempt."""
    return Delivery.objects.filter(
        person_id=row.person_id,
        month=row.month,
        seq=row.seq,
        attempts=row.attempts,
        state=DeliveryState.WAITING,
    )
