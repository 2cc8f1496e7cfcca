"""Registrations that no browser holds: what is asked comes from our own record, VNeID or a list."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.registrations.answers import Answers, sealed
from vssid.apps.accounts.registrations.codes import new_token, token_digest
from vssid.apps.accounts.registrations.states import State


def unheld(
    answers: Answers,
    *,
    person_id: int,
    channel: str,
    source: str,
    language: str,
    now: datetime,
    state: State = State.SUBMITTED,
    **columns: object,
) -> Registration:
    """Sent at once, under a token nobody was told. ``columns``: others of the row. Belongs into a
    transaction."""
    row = Registration.objects.create(
        state=state,
        channel=channel,
        source=source,
        language=language,
        person_id=person_id,
        browser_digest=token_digest(new_token()),
        begun_at=now,
        changed_at=now,
        keep_until=now,
        submitted_at=now,
        **columns,
    )
    row.answers_sealed = sealed(answers, row.pk)
    row.save(update_fields=["answers_sealed"])
    return row
