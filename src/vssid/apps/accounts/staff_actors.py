"""A member of staff as the value policies read."""

from __future__ import annotations

from vssid.apps.accounts.models import Account
from vssid.domain.values.actor import Actor, ActorKind, Assurance
from vssid.kit.sealing import lookup_digest

_PSEUDONYM_LENGTH = 16


def staff_actor(account: Account, *, session: str, channel: str) -> Actor:
    """Somebody who has shown password and second factor. The log carries the pseudonym, never the name."""
    return Actor(
        kind=ActorKind.OFFICER,
        id=lookup_digest("staff", account.username)[:_PSEUDONYM_LENGTH],
        person_id=account.person_id,
        roles=frozenset({account.role}),
        office=account.office_code,
        assurance=Assurance.MEDIUM,
        session=session,
        channel=channel,
    )
