"""Who is signed in, as a value every policy reads."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from vssid.apps.accounts.assurance.proofs import Proof, assurance_of, fresh_assurance_of
from vssid.apps.accounts.models import Account
from vssid.apps.accounts.selectors.delegations import entrusted_to
from vssid.apps.accounts.selectors.preferences import Preferences, preferences_of
from vssid.apps.people.selectors.holders import Holder
from vssid.apps.people.selectors.household import Household, household_of
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.clock import VIETNAM
from vssid.kit.public_ids import public_id
from vssid.kit.sealing import lookup_digest

NO_HOUSEHOLD = Household(own=Holder(person_id=0))
"""Of a visitor, and of an account that belongs to no person."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    actor: Actor
    household: Household
    preferences: Preferences
    welcomed: bool = True
    """Whether the tour was read or declined; a visitor is offered none."""
    closes_at: datetime | None = None
    """When the account is closed, unless its person keeps it."""
    account: str = ""
    """The random name of the account: another one after it was closed and its person registered again."""

    @property
    def full_name(self) -> str:
        return self.household.full_name

    @property
    def device_mark(self) -> str:
        """Tells a device whether its saved copies are of this account; says nothing else about anybody. So
        copies of a closed account go at the next sign-in, whoever it is."""
        return public_id("device", self.account)


def signed_in(
    account: Account,
    *,
    session_key: str,
    channel: str,
    proofs: Collection[Proof],
    now: datetime,
    alone: bool = False,
) -> SignedIn:
    """Two statements, and a third for whoever was given an authorisation; ``alone``, without those the person
    answers for, none. ``proofs``: what was shown in this session. An officer at this door is a citizen like
    any other: the role is named, but gives no right here.
    """
    today = now.astimezone(VIETNAM).date()
    household = NO_HOUSEHOLD
    if account.person_id is not None and not alone:
        household = household_of(account.person_id, today=today, given=entrusted_to(account, today=today))
    actor = Actor(
        kind=ActorKind.CITIZEN,
        id=str(account.person_id or ""),
        person_id=account.person_id,
        roles=frozenset({account.role}),
        office=account.office_code,
        assurance=assurance_of(proofs),
        fresh_assurance=fresh_assurance_of(proofs, now=now, lasts=settings.PROOF_STAYS_FRESH),
        grants=household.grants,
        purpose="own",
        session=lookup_digest("session", session_key) if session_key else "",
        channel=channel,
    )
    preferences, welcomed = preferences_of(account), account.welcomed_at is not None
    return SignedIn(actor, household, preferences, welcomed, account.closes_at, account.username)
