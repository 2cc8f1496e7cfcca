"""The applicant is told, at every contact they have proved, in the language they chose."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.registrations.answers import opened
from vssid.apps.accounts.registrations.rows import proven_channels
from vssid.apps.notifications.services.send_addressed import write_to


def tell(row: Registration, code: str, values: Mapping[str, object], *, now: datetime) -> None:
    """Belongs into the transaction of the event."""
    answers = opened(row.answers_sealed, row.pk)
    for channel, name in proven_channels(row):
        write_to(
            code=code,
            values=values,
            channel=channel,
            address=getattr(answers, name),
            language=row.language,
            now=now,
        )
