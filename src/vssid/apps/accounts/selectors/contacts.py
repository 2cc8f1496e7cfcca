"""Where an account is reached: what was proved goes before what is on file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from vssid.apps.accounts.models import Account, Contact, ContactChange
from vssid.apps.notifications.ports import Contact as Reached
from vssid.apps.notifications.ports import contact_book
from vssid.apps.notifications.vocabulary import Channel
from vssid.domain.identifiers import email, phone
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed
from vssid.kit.sealing import lookup_digest, seal, unseal

_TABLE, _FIELD = "account_contact", "value"


@dataclass(frozen=True, slots=True)
class OwnContact:
    """``masked``: as it may be shown to whoever holds the phone. ``until``: None for the one that stands."""

    channel: Channel
    masked: str
    proved_how: str
    since: datetime
    until: datetime | None
    ended_how: str


def proved_contacts(person_ids: Collection[int]) -> dict[int, dict[Channel, str]]:
    """For the product's own sending; of those who have any. One statement."""
    standing = Contact.objects.filter(account__person_id__in=set(person_ids), until=None)
    found: dict[int, dict[Channel, str]] = {}
    columns = ("account__person_id", "account_id", "channel", "digest", "value_sealed")
    for person_id, account_id, channel, digest, sealed in standing.values_list(*columns):
        if person_id is not None:
            value = opened_value(account_id, digest, sealed)
            found.setdefault(person_id, {})[Channel(channel)] = value
    return found


@dataclass(frozen=True, slots=True)
class ContactLine:
    """``masked``: empty when there is none. ``proved``: by a code, not merely on file. ``waiting``: the new
    address, masked; ``stands_from`` is None until its code came back."""

    channel: Channel
    masked: str
    proved: bool
    waiting: str = ""
    stands_from: datetime | None = None


def contact_lines(actor: Actor) -> tuple[ContactLine, ...]:
    """Telephone and e-mail of the actor, and what is on its way. NotAllowed for a visitor."""
    if actor.person_id is None:
        raise NotAllowed
    known = contact_book().contacts([actor.person_id]).get(actor.person_id, Reached(language=""))
    proved = proved_contacts([actor.person_id]).get(actor.person_id, {})
    account_id = Account.objects.values_list("pk", flat=True).get(person_id=actor.person_id)
    waiting = {change.channel: change for change in ContactChange.objects.filter(account_id=account_id)}
    return tuple(
        _line(channel, address, channel in proved, waiting.get(channel))
        for channel, address in ((Channel.SMS, known.phone), (Channel.EMAIL, known.email))
    )


def _line(channel: Channel, address: str, proved: bool, change: ContactChange | None) -> ContactLine:
    mask = email.mask if channel is Channel.EMAIL else phone.mask
    shown = mask(address) if address else ""
    if change is None:
        return ContactLine(channel, shown, proved)
    new = unseal(
        change.value_sealed, table="contact_change", pk=f"{change.account_id},{channel}", field="value"
    )
    return ContactLine(channel, shown, proved, mask(new), change.effective_at)


def own_contacts(actor: Actor) -> tuple[OwnContact, ...]:
    """Standing ones first, then the history, the newest first. NotAllowed for a visitor."""
    if actor.person_id is None:
        raise NotAllowed
    account_id = Account.objects.values_list("pk", flat=True).get(person_id=actor.person_id)
    rows = Contact.objects.filter(account_id=account_id).order_by("-since")
    shown = [
        OwnContact(Channel(row.channel), _masked(row), row.proved_how, row.since, row.until, row.ended_how)
        for row in rows
    ]
    return tuple(sorted(shown, key=lambda contact: contact.until is not None))


def contact_digest(channel: Channel, value: str) -> str:
    return lookup_digest(f"contact_{channel}", value)


def sealed_value(account_id: int, digest: str, value: str) -> str:
    return seal(value, table=_TABLE, pk=f"{account_id},{digest}", field=_FIELD)


def opened_value(account_id: int, digest: str, sealed: str) -> str:
    return unseal(sealed, table=_TABLE, pk=f"{account_id},{digest}", field=_FIELD)


def _masked(row: Contact) -> str:
    value = opened_value(row.account_id, row.digest, row.value_sealed)
    return email.mask(value) if row.channel == Channel.EMAIL else phone.mask(value)
