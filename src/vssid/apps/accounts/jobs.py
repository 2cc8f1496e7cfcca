"""What the worker does for accounts when it is asked to."""

from __future__ import annotations

from django_tasks import task

from vssid.apps.accounts.services.answer_reset import answer_reset
from vssid.apps.accounts.services.register_in_bulk import register_in_bulk
from vssid.apps.accounts.services.settle_contact_changes import settle_contact_changes
from vssid.kit import clock


@task()
def answer_reset_request(token: str) -> None:
    answer_reset(token=token, now=clock.now())


@task()
def register_list(bulk_file: int) -> None:
    register_in_bulk(bulk_file=bulk_file, now=clock.now())


@task()
def settle_changes() -> int:
    return settle_contact_changes(now=clock.now())
