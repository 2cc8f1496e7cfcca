"""What the worker does for cases, again and again."""

from __future__ import annotations

from django_tasks import task

from vssid.apps.procedures.services import watch_browsing as browsing
from vssid.kit import clock


@task()
def watch_browsing() -> int:
    """The number of alarms raised."""
    return browsing.watch_browsing(now=clock.now())
