"""What the worker does for benefits when it is asked to."""

from __future__ import annotations

from django_tasks import task

from vssid.apps.benefits.services.settle_payout_accounts import settle_payout_accounts
from vssid.kit import clock


@task()
def settle_payouts() -> int:
    return settle_payout_accounts(now=clock.now())
