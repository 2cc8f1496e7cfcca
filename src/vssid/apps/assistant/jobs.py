"""What the worker does for the contact centre, again and again."""

from __future__ import annotations

from django_tasks import task

from vssid.apps.assistant.services import close_gone_calls as gone
from vssid.kit import clock


@task()
def close_gone_calls() -> int:
    """The number of calls that wait no longer."""
    return gone.close_gone_calls(now=clock.now())
