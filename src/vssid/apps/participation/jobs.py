"""What the worker tells participants, month by month."""

from __future__ import annotations

from django_tasks import task

from vssid.apps.participation.services.tell_late_months import tell_late_months
from vssid.apps.participation.services.tell_statements import tell_statements
from vssid.kit import clock


@task()
def tell_monthly() -> int:
    """Goes on with the month's rounds; does nothing once they are done."""
    return tell_late_months(now=clock.now()) + tell_statements(now=clock.now())
