"""Where an account is reached: what was proved goes before what is on file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import DateTimeField, Value

from vssid.apps.accounts.models import Contact, ContactChange
from vssid.apps.accounts.sealed_contacts import open_waiting, opened_value
from vssid.apps.notifications.addresses import masked
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.selectors.contacts import ContactOnFile, contacts_on_file
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed

_ASKING = Actor(kind=ActorKind.SYSTEM, id="contact_lines")
_NOTHING = ContactOnFile(phone="", email="")


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


@dataclass(frozen=True, slots=True)
class _Waiting:
    address: str
    stands_from: datetime | None


def contact_lines(actor: Actor, on_file: ContactOnFile | None = None) -> tuple[ContactLine, ...]:
    """Telephone and e-mail of the actor, and what is on its way. ``on_file``: where the caller has read it
    already; then one statement. NotAllowed for a visitor."""
    if actor.person_id is None:
        raise NotAllowed
    filed = on_file or contacts_on_file(_ASKING, [actor.person_id]).get(actor.person_id, _NOTHING)
    trusted = filed if settings.TRUST_CONTACTS_ON_FILE else _NOTHING
    proved, waiting = _proved_and_waiting(actor.person_id)
    return tuple(
        _line(channel, proved.get(channel, address), channel in proved, waiting.get(channel))
        for channel, address in ((Channel.SMS, trusted.phone), (Channel.EMAIL, trusted.email))
    )


def _proved_and_waiting(person_id: int) -> tuple[dict[Channel, str], dict[Channel, _Waiting]]:
    """Both in one statement."""
    columns = ("account_id", "channel", "digest", "value_sealed", "effective_at")
    no_moment = Value(None, output_field=DateTimeField(null=True))
    standing = Contact.objects.filter(account__person_id=person_id, until=None).annotate(
        effective_at=no_moment
    )
    changes = ContactChange.objects.filter(account__person_id=person_id).annotate(digest=Value(""))
    both = standing.values_list(*columns).union(changes.values_list(*columns), all=True)
    proved: dict[Channel, str] = {}
    waiting: dict[Channel, _Waiting] = {}
    for account_id, named, digest, sealed, effective_at in both:
        channel = Channel(named)
        if digest:
            proved[channel] = opened_value(account_id, digest, sealed)
        else:
            waiting[channel] = _Waiting(open_waiting(account_id, channel, sealed), effective_at)
    return proved, waiting


def _line(channel: Channel, address: str, proved: bool, change: _Waiting | None) -> ContactLine:
    shown = masked(address, channel)
    if change is None:
        return ContactLine(channel, shown, proved)
    return ContactLine(channel, shown, proved, masked(change.address, channel), change.stands_from)
