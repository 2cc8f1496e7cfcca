"""Whether the national e-ID opens somebody's account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.socialaccount.models import SocialAccount

from vssid.apps.accounts.national_eid import PROVIDER
from vssid.domain.values.actor import Actor


@dataclass(frozen=True, slots=True)
class LinkedEid:
    """``last_used``: when the person last proved themselves at VNeID for us."""

    linked_on: datetime
    last_used: datetime


def linked_eid(actor: Actor) -> LinkedEid | None:
    """The actor's own; None when nothing is linked, and for a visitor."""
    if actor.person_id is None:
        return None
    row = SocialAccount.objects.filter(provider=PROVIDER, user__person_id=actor.person_id).first()
    if row is None:
        return None
    return LinkedEid(row.date_joined, datetime.fromisoformat(row.extra_data["auth_time"]))
