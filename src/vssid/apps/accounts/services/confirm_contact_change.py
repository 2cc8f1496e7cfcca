"""The codes of a change of contact come back: it stands at once, or after a day without the old address."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.accounts.contact_changes import HELD, HELD_WITHOUT_OLD, WORDS, put_contact
from vssid.apps.accounts.errors import WrongSentCode
from vssid.apps.accounts.holds import HoldKind
from vssid.apps.accounts.models import Account, ContactChange
from vssid.apps.accounts.sealed_contacts import open_waiting
from vssid.apps.accounts.selectors.holds import require_open
from vssid.apps.accounts.sent_codes import CodePurpose
from vssid.apps.accounts.services.log_own_change import log_own_change
from vssid.apps.accounts.services.place_hold import place_hold
from vssid.apps.accounts.services.redeem_code import count_code_try, use_code
from vssid.apps.accounts.services.send_code import address_if_any
from vssid.apps.notifications.services.notify import notify
from vssid.apps.notifications.services.send_to import send_also
from vssid.apps.notifications.vocabulary import Channel
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound

_NEW, _OLD = CodePurpose.NEW_CONTACT, CodePurpose.OLD_CONTACT


def confirm_contact_change(
    *, actor: Actor, channel: Channel, new_code: str, old_code: str, now: datetime
) -> datetime:
    """From when the new address stands. ``old_code`` is empty when the old one cannot be reached.

    Not inside a transaction: tries count. Raises StepUpNeeded, OnHold, WrongSentCode (``field`` names which),
    ContactTaken, or NotFound when no change was begun.
    """
    require(actor, Act.PHONE)
    account = Account.objects.get(person_id=actor.person_id)
    require_open(account.pk, HELD[channel], now=now)
    new_counts = count_code_try(account.pk, _NEW, now=now)
    old_counts = not old_code or count_code_try(account.pk, _OLD, now=now)
    with transaction.atomic():
        change = _waiting(account, channel)
        value = open_waiting(account.pk, channel, change.value_sealed)
        if not (use_code(account.pk, _NEW, new_code, now=now) and new_counts):
            raise WrongSentCode(field="new_code")
        if old_code and not (use_code(account.pk, _OLD, old_code, now=now) and old_counts):
            raise WrongSentCode(field="old_code")
        old = address_if_any(account.person_id, channel)
        change.effective_at = now if old_code or not old else now + HELD_WITHOUT_OLD
        change.save(update_fields=["effective_at"])
        place_hold(account_id=account.pk, kind=HoldKind.AFTER_CONTACT_CHANGE, now=now)
        if change.effective_at <= now:
            settle(change, value, now=now)
        _tell(actor, account, channel, old, now)
    return change.effective_at


def settle(change: ContactChange, value: str, *, now: datetime) -> None:
    """The new address stands. ContactTaken when it is somebody else's by now."""
    put_contact(change.account_id, Channel(change.channel), value, how="code", now=now)
    change.delete()


def _waiting(account: Account, channel: Channel) -> ContactChange:
    rows = ContactChange.objects.select_for_update()
    change = rows.filter(account=account, channel=channel, effective_at=None).first()
    if change is None:
        raise NotFound
    return change


def _tell(actor: Actor, account: Account, channel: Channel, old: str, now: datetime) -> None:
    """In the app, at the addresses that stand from now on, and at the old one."""
    person_id, key = account.person_id or 0, f"{account.pk} {channel} {now.isoformat()}"
    values = {"what": WORDS[channel], "at": now}
    notify(actor=actor, person_id=person_id, code="auth.contact_changed", values=values, key=key, now=now)
    if old:
        send_also(
            person_id=person_id, code="auth.contact_changed", key=key, channel=channel, address=old, now=now
        )
    log_own_change(actor=actor, now=now)
