"""Where a code can be sent, masked: for whoever has just given the right password."""

from __future__ import annotations

from dataclasses import dataclass

from vssid.apps.accounts.models import Account
from vssid.apps.notifications.addresses import masked
from vssid.apps.notifications.ports import contact_book, senders
from vssid.apps.notifications.vocabulary import Channel


@dataclass(frozen=True, slots=True)
class Reach:
    """``sms``: ``…345``; ``email``: ``l…@vssid.example``; empty where nothing can be sent."""

    sms: str = ""
    email: str = ""

    @property
    def channels(self) -> frozenset[str]:
        return frozenset(name for name in ("sms", "email") if getattr(self, name))


def reach_of(account_id: int) -> Reach:
    """The contacts the agency may use, on the channels this installation has."""
    person_id = Account.objects.values_list("person_id", flat=True).get(pk=account_id)
    contact = contact_book().contacts([person_id]).get(person_id) if person_id else None
    if contact is None:
        return Reach()
    here = senders()
    return Reach(
        sms=masked(contact.phone, Channel.SMS) if Channel.SMS in here else "",
        email=masked(contact.email, Channel.EMAIL) if Channel.EMAIL in here else "",
    )
