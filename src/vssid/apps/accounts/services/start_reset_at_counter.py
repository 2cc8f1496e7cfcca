"""An officer starts a new password for a visitor, and never sees or chooses a secret."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.contact_changes import read_address
from vssid.apps.accounts.counter.errors import ResetNotSent
from vssid.apps.accounts.counter.untold import reached_elsewhere
from vssid.apps.accounts.counter.visits import (
    Purpose,
    become_second,
    log_visit,
    open_address,
    own_visit,
    seal_address,
    tell_of_visit,
    visit_to_confirm,
)
from vssid.apps.accounts.errors import ContactTaken, NoContact
from vssid.apps.accounts.holds import Act
from vssid.apps.accounts.models import Account, Contact, CounterVisit
from vssid.apps.accounts.resets import Decision, Door
from vssid.apps.accounts.sealed_contacts import contact_digest
from vssid.apps.accounts.services.answer_reset import ResetRequest, decide_reset
from vssid.apps.accounts.services.place_hold import lift_holds
from vssid.apps.accounts.services.send_code import address_if_any
from vssid.apps.notifications.vocabulary import Channel
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound, marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.sealing import lookup_digest

_UNTOLD = Sentence(
    marked(
        "a new contact was named; as no earlier one can be told, the payout account stays closed until two "
        "officers see its holder again"
    )
)


def start_reset_at_counter(*, actor: Actor, visit: str, channel: Channel, now: datetime) -> None:
    """A code to the contact of the account. ``visit``: public id of one the actor has opened.

    Raises NotAllowed, NotFound, NoContact, ResetNotSent.
    """
    row = own_visit(actor, visit, purpose=Purpose.PASSWORD, now=now)
    _send(actor, row, channel, "", now)


def reset_to_new_contact(*, actor: Actor, visit: str, channel: Channel, typed: str, now: datetime) -> bool:
    """A code to the contact the visitor names: it becomes the account's when the visitor redeems the code.

    False: a second officer looks first, whether or not the account can be reached elsewhere. True when it is
    a contact on file, and the code is on its way. Raises NotAllowed, NotFound, ContactTaken, ResetNotSent, or
    what is wrong with the address.
    """
    row = own_visit(actor, visit, purpose=Purpose.PASSWORD, now=now)
    address = read_address(channel, typed)
    if address == address_if_any(row.person_id, channel):
        _send(actor, row, channel, "", now)
        return True
    account = Account.objects.get(person_id=row.person_id)
    holder = Contact.objects.filter(digest=contact_digest(channel, address), until=None).first()
    if holder is not None and holder.account_id != account.pk:
        raise ContactTaken(field="address")
    row.channel, row.address_sealed, row.second = channel, seal_address(row, address), ""
    row.code = row.decision = ""
    row.save()
    return False


def confirm_new_contact(*, actor: Actor, visit: str, now: datetime) -> None:
    """The second officer has seen visitor and paper too: the code goes to the new contact.

    Who has no other is told in the app what stays closed. Raises NotAllowed, NotFound, OwnVisit, FamilyVisit,
    ResetNotSent.
    """
    row = visit_to_confirm(actor, visit, now=now)
    named = open_address(row)
    if named is None:
        raise NotFound
    channel, address = named
    if not become_second(actor, row):
        raise ResetNotSent
    _send(actor, row, channel, address, now)
    if not reached_elsewhere(row.person_id):
        tell_of_visit(actor, row.person_id, _UNTOLD, now=now)


def _send(actor: Actor, visit: CounterVisit, channel: Channel, address: str, now: datetime) -> None:
    """A visit with the paper opens again what wrong codes or "not me" had closed."""
    with transaction.atomic():
        account = Account.objects.get(person_id=visit.person_id)
        lift_holds(account_id=account.pk, act=Act.RESET)
        request = ResetRequest(
            number="",
            channel=channel,
            door=Door.COUNTER,
            caller=lookup_digest("caller", f"officer {actor.id}"),
            calling_from="",
            officer=actor.id,
            at=now,
            address=address,
        )
        decision, serial = decide_reset(request, visit.person_id, now=now)
        visit.decision, visit.code = decision, serial if address else ""
        visit.save(update_fields=["decision", "code"])
        log_visit(actor, visit.person_id, action="issue", now=now)
    if decision is Decision.NO_CONTACT:
        raise NoContact
    if decision is not Decision.SENT:
        raise ResetNotSent
