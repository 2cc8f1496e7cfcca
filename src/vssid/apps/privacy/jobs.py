"""What the worker does about personal data, again and again."""

from __future__ import annotations

from django_tasks import task

from vssid.apps.privacy.services.close_accounts import close_accounts
from vssid.kit import clock


@task()
def close_due_accounts() -> int:
    """The number of accounts closed."""
    return close_accounts(now=clock.now())
