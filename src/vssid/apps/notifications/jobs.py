"""What the worker does for notices, again and again."""

from __future__ import annotations

from datetime import timedelta

from django_tasks import task

from vssid.apps.notifications.services.send_deliveries import send_deliveries
from vssid.apps.notifications.services.tell_looks import tell_looks
from vssid.kit import clock

_TURN = timedelta(minutes=2)


@task()
def send_notices() -> int:
    """Batch after batch while something is due, but not so long that other work waits; the number sent."""
    begun, sent = clock.now(), 0
    while clock.now() - begun < _TURN:
        batch = send_deliveries()
        sent += batch.sent
        if not batch.taken:
            break
    return sent


@task()
def tell_yesterdays_looks() -> int:
    return tell_looks(now=clock.now())


@task()
def send_addressed() -> int:
    """The number sent to addresses of people without an inbox."""
    # the service enqueues this job
    from vssid.apps.notifications.services import send_addressed as service

    return service.send_addressed(now=clock.now())
