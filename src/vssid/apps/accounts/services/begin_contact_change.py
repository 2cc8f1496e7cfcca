"""A new telephone number or e-mail address: a code goes to it, and another to the one it replaces."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.accounts.contact_changes import HELD, read_address
from vssid.apps.accounts.errors import SameContact
from vssid.apps.accounts.models import Account, ContactChange
from vssid.apps.accounts.sealed_contacts import seal_waiting
from vssid.apps.accounts.selectors.holds import require_open
from vssid.apps.accounts.sent_codes import CodePurpose
from vssid.apps.accounts.services.send_code import address_if_any, send_code
from vssid.apps.notifications.vocabulary import Channel
from vssid.domain.values.actor import Actor


def begin_contact_change(*, actor: Actor, channel: Channel, value: str, now: datetime) -> None:
    """Nothing changes yet. Whether the address is somebody else's is told only to who proves to hold it.

    Not inside a transaction: tries count. Raises StepUpNeeded, OnHold, SameContact, TooManyCodes, or what is
    wrong with the address.
    """
    require(actor, Act.PHONE)
    account = Account.objects.get(person_id=actor.person_id)
    require_open(account.pk, HELD[channel], now=now)
    new, old = read_address(channel, value), address_if_any(account.person_id, channel)
    if new == old:
        raise SameContact(field="value")
    send_code(account_id=account.pk, purpose=CodePurpose.NEW_CONTACT, channel=channel, address=new, now=now)
    if old:
        send_code(
            account_id=account.pk, purpose=CodePurpose.OLD_CONTACT, channel=channel, address=old, now=now
        )
    ContactChange.objects.update_or_create(
        account=account,
        channel=channel,
        defaults={
            "value_sealed": seal_waiting(account.pk, channel, new),
            "begun_at": now,
            "effective_at": None,
        },
    )
