"""What the worker tells holders of cards, day by day."""

from __future__ import annotations

from django_tasks import task

from vssid.apps.healthcard.services.tell_ending_cards import tell_ending_cards
from vssid.kit import clock


@task()
def tell_cards() -> int:
    return tell_ending_cards(now=clock.now())
