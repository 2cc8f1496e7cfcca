"""The form of a registration goes to the mailbox the applicant has proved, because they asked for it."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.registrations.answers import opened
from vssid.apps.accounts.registrations.rows import number_of, row_of
from vssid.apps.notifications.ports import EnclosedFile
from vssid.apps.notifications.services.send_addressed import write_to
from vssid.apps.notifications.vocabulary import Channel

FORM_NAME = "01-DK-GD.pdf"


def mail_form(*, token: str, file: bytes, now: datetime) -> bool:
    """Whether there is a proved mailbox, and it was sent. Raises NoRegistration."""
    row = row_of(token)
    if row.email_proven_at is None:
        return False
    write_to(
        code="register.form",
        values={"number": number_of(row)},
        channel=Channel.EMAIL,
        address=opened(row.answers_sealed, row.pk).email,
        language=row.language,
        now=now,
        file=EnclosedFile(FORM_NAME, file),
    )
    return True
