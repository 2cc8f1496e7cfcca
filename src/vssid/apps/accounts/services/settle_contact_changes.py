"""Changes of contact whose day of waiting is over."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.contact_changes import HELD
from vssid.apps.accounts.errors import ContactTaken
from vssid.apps.accounts.holds import HoldKind
from vssid.apps.accounts.models import ContactChange
from vssid.apps.accounts.sealed_contacts import open_waiting
from vssid.apps.accounts.selectors.holds import closed
from vssid.apps.accounts.services.confirm_contact_change import settle
from vssid.apps.accounts.services.place_hold import place_hold
from vssid.apps.notifications.vocabulary import Channel


def settle_contact_changes(*, now: datetime) -> int:
    """How many stand now. The payout account stays closed for another 72 hours."""
    settled = 0
    for pk in list(ContactChange.objects.filter(effective_at__lte=now).values_list("pk", flat=True)):
        with transaction.atomic():
            change = ContactChange.objects.select_for_update().filter(pk=pk, effective_at__lte=now).first()
            if change is None:
                continue
            account_id, channel = change.account_id, Channel(change.channel)
            if closed(account_id, HELD[channel], now=now):
                continue
            value = open_waiting(account_id, channel, change.value_sealed)
            try:
                settle(change, value, now=now)
            except ContactTaken:
                change.delete()
                continue
            place_hold(account_id=account_id, kind=HoldKind.AFTER_CONTACT_CHANGE, now=now)
            settled += 1
    return settled
