"""Sends a one-time code to the telephone or mailbox of an account."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.code_counts import count_code
from vssid.apps.accounts.errors import NoContact, TooManyCodes
from vssid.apps.accounts.models import Account, OneTimeCode
from vssid.apps.accounts.sent_codes import CodePurpose, code_digest, new_code
from vssid.apps.notifications.addresses import masked
from vssid.apps.notifications.ports import contact_book
from vssid.apps.notifications.services.send_to import send_to
from vssid.apps.notifications.vocabulary import Channel


def send_code(
    *, account_id: int, purpose: CodePurpose, channel: Channel, now: datetime, address: str = ""
) -> str:
    """The address it goes to, masked. A code sent before for the same purpose is void from now on.

    ``channel``: SMS or EMAIL. ``address``: a new one that is to be proved; by default the account's own.
    Not inside a transaction: tries count. Raises NoContact, TooManyCodes.
    """
    person_id = Account.objects.values_list("person_id", flat=True).get(pk=account_id)
    address = address or own_address(person_id, channel)
    count_code(f"{account_id} {purpose}", TooManyCodes, now=now)
    write_code(account_id, purpose=purpose, channel=channel, address=address, now=now)
    return masked(address, channel)


def own_address(person_id: int | None, channel: Channel) -> str:
    """Raises NoContact when there is none on that channel."""
    address = address_if_any(person_id, channel)
    if not address:
        raise NoContact
    return address


def address_if_any(person_id: int | None, channel: Channel) -> str:
    """Empty when there is none."""
    contact = contact_book().contacts([person_id]).get(person_id) if person_id else None
    return "" if contact is None else contact.email if channel is Channel.EMAIL else contact.phone


def write_code(
    account_id: int, *, purpose: CodePurpose, channel: Channel, address: str, now: datetime
) -> str:
    """Makes the code and puts its message into the outbox; the serial by which records name it."""
    person_id = Account.objects.values_list("person_id", flat=True).get(pk=account_id)
    if person_id is None:
        raise NoContact
    with transaction.atomic():
        code, serial = keep_code(account_id, purpose=purpose, channel=channel, now=now)
        minutes = int(purpose.lasts.total_seconds() // 60)
        send_to(
            person_id=person_id,
            code="auth.code",
            values={"code": code, "purpose": purpose.words, "minutes": minutes},
            key=serial,
            channel=channel,
            address=address,
            now=now,
        )
    return serial


def keep_code(account_id: int, *, purpose: CodePurpose, channel: str, now: datetime) -> tuple[str, str]:
    """A new code, which stands nowhere but in the answer, with its serial. One before is void."""
    code, serial = new_code(purpose), secrets.token_hex(8)
    fresh = {
        "channel": channel,
        "serial": serial,
        "digest": code_digest(account_id, purpose, code),
        "sent_at": now,
        "expires_at": now + purpose.lasts,
        "used_at": None,
    }
    OneTimeCode.objects.bulk_create(
        [OneTimeCode(account_id=account_id, purpose=purpose, **fresh)],
        update_conflicts=True,
        unique_fields=["account", "purpose"],
        update_fields=list(fresh),
    )
    return code, serial
