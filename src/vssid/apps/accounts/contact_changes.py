"""What changing a contact is made of, whichever step it is at."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from vssid.apps.accounts.errors import ContactTaken
from vssid.apps.accounts.holds import Act as Held
from vssid.apps.accounts.models import Contact
from vssid.apps.accounts.sealed_contacts import contact_digest, sealed_value
from vssid.apps.notifications.vocabulary import Channel
from vssid.domain.identifiers import email, phone
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence

HELD_WITHOUT_OLD = timedelta(hours=24)
"""How long a change waits when the old address does not confirm it."""

WORDS = {
    Channel.SMS: Sentence(marked("Telephone number")),
    Channel.EMAIL: Sentence(marked("E-mail address")),
}
HELD = {Channel.SMS: Held.PHONE, Channel.EMAIL: Held.EMAIL}


def read_address(channel: Channel, typed: str) -> str:
    """As it is kept. Raises what is wrong with its form."""
    return email.parse(typed) if channel is Channel.EMAIL else phone.parse(typed)


def put_contact(account_id: int, channel: Channel, value: str, *, how: str, now: datetime) -> None:
    """The address stands from now on, the one before is history. ContactTaken: it is somebody else's."""
    digest = contact_digest(channel, value)
    standing = Contact.objects.filter(account_id=account_id, channel=channel, until=None)
    try:
        with transaction.atomic():
            standing.update(until=now, ended_how="replaced")
            Contact.objects.create(
                account_id=account_id,
                channel=channel,
                digest=digest,
                value_sealed=sealed_value(account_id, digest, value),
                proved_how=how,
                since=now,
            )
    except IntegrityError as taken:
        raise ContactTaken from taken
