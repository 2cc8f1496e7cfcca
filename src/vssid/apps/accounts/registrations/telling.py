"""The applicant is told at every contact they have proved, or at the one a list named; whoever is on file is
warned of the applicant."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.registrations.answers import opened
from vssid.apps.accounts.registrations.rows import told_channels
from vssid.apps.notifications.ports import contact_book
from vssid.apps.notifications.services.send_addressed import write_to
from vssid.apps.notifications.vocabulary import Channel


def tell(row: Registration, code: str, values: Mapping[str, object], *, now: datetime) -> None:
    """Belongs into the transaction of the event."""
    answers = opened(row.answers_sealed, row.pk)
    for channel, name in told_channels(row, answers):
        write_to(
            code=code,
            values=values,
            channel=channel,
            address=getattr(answers, name),
            language=row.language,
            now=now,
        )


def warn_on_file(row: Registration, *, now: datetime) -> None:
    """Whoever is reached at the contacts on file learns that somebody registers with their number; not where
    the applicant has proved to be. Belongs into the transaction of the event."""
    if row.person_id is None:
        return
    on_file = contact_book().contacts([row.person_id]).get(row.person_id)
    if on_file is None:
        return
    answers = opened(row.answers_sealed, row.pk)
    own = {getattr(answers, name) for _, name in told_channels(row, answers)}
    for channel, address in ((Channel.SMS, on_file.phone), (Channel.EMAIL, on_file.email)):
        if address and address not in own:
            write_to(
                code="register.somebody",
                values={},
                channel=channel,
                address=address,
                language=on_file.language,
                now=now,
            )
