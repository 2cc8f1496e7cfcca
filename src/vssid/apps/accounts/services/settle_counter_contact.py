"""The code of a visit was redeemed: the contact it went to is proved, and is the account's from now on."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from vssid.apps.accounts.contact_changes import WORDS, put_contact
from vssid.apps.accounts.counter.untold import hold_if_untold, reached_elsewhere
from vssid.apps.accounts.counter.visits import open_address
from vssid.apps.accounts.errors import ContactTaken
from vssid.apps.accounts.holds import HoldKind
from vssid.apps.accounts.models import Account, CounterVisit
from vssid.apps.accounts.services.place_hold import place_hold
from vssid.apps.accounts.services.send_code import address_if_any
from vssid.apps.notifications.services.notify import notify
from vssid.apps.notifications.services.send_to import send_also
from vssid.domain.values.actor import Actor


def settle_counter_contact(*, actor: Actor, account: Account, serial: str, now: datetime) -> None:
    """``serial``: of the code. Nothing to do for a code that went to a contact on file. Told at the old one
    too. Belongs into the transaction of the redemption. An address another account took meanwhile stays so.
    """
    person_id = account.person_id or 0
    visit = CounterVisit.objects.filter(code=serial, person_id=person_id).first() if serial else None
    named = open_address(visit) if visit else None
    if named is None:
        return
    channel, address = named
    key = f"{account.pk} {channel} {now.isoformat()}"
    old, told = address_if_any(person_id, channel), reached_elsewhere(person_id, besides=address)
    with suppress(ContactTaken):
        put_contact(account.pk, channel, address, how="counter", now=now)
        place_hold(account_id=account.pk, kind=HoldKind.AFTER_CONTACT_CHANGE, now=now)
        hold_if_untold(account, told=told, now=now)
        notify(
            actor=actor,
            person_id=person_id,
            code="auth.contact_changed",
            values={"what": WORDS[channel], "at": now},
            key=key,
            now=now,
        )
        if old and old != address:
            send_also(
                person_id=person_id,
                code="auth.contact_changed",
                key=key,
                channel=channel,
                address=old,
                now=now,
            )
