"""Counts an event of adoption, for the statistics. Nothing in it leads back to a person."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.adoption import Adoption
from vssid.apps.accounts.models import AdoptionEvent
from vssid.kit.clock import VIETNAM


def count_adoption(
    *,
    event: Adoption,
    now: datetime,
    channel: str = "",
    language: str = "",
    source: str = "",
    office: str = "",
) -> None:
    """Belongs into the transaction of the event. The day alone is kept: a second would tell who it was."""
    AdoptionEvent.objects.create(
        day=now.astimezone(VIETNAM).date(),
        event=Adoption(event),
        channel=channel[:12],
        source=source[:20],
        language=language,
        office=office,
    )
