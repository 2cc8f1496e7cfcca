"""Where an account is reached: what was proved goes before what is on file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from vssid.apps.accounts.models import Account, Contact, ContactChange
from vssid.apps.accounts.sealed_contacts import open_waiting, opened_value
from vssid.apps.notifications.addresses import masked
from vssid.apps.notifications.ports import Contact as Reached
from vssid.apps.notifications.ports import contact_book
from vssid.apps.notifications.vocabulary import Channel
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed


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
    shown = masked(address, channel)
    if change is None:
        return ContactLine(channel, shown, proved)
    new = open_waiting(change.account_id, channel, change.value_sealed)
    return ContactLine(channel, shown, proved, masked(new, channel), change.effective_at)
