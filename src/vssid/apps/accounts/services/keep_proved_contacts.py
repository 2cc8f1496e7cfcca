"""What an applicant has proved becomes the contacts of the account."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from vssid.apps.accounts.contact_changes import put_contact
from vssid.apps.accounts.errors import ContactTaken
from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.registrations.answers import opened
from vssid.apps.notifications.vocabulary import Channel


def keep_proved_contacts(row: Registration, account_id: int, *, now: datetime) -> None:
    """Belongs into the transaction of the activation. An address that another account holds stays there."""
    answers = opened(row.answers_sealed, row.pk)
    proved = {
        Channel.SMS: answers.phone if row.phone_proven_at else "",
        Channel.EMAIL: answers.email if row.email_proven_at else "",
    }
    for channel, address in proved.items():
        if address:
            with suppress(ContactTaken):
                put_contact(account_id, channel, address, how="code", now=now)
