"""Who is signed in, as a value every policy reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vssid.apps.accounts.models import Account
from vssid.apps.accounts.selectors.preferences import Preferences, preferences_of
from vssid.apps.people.selectors.household import Household, household_of
from vssid.domain.values.actor import Actor, ActorKind, Assurance
from vssid.kit.sealing import lookup_digest

_NO_HOUSEHOLD = Household(full_name="", relatives=())


@dataclass(frozen=True, slots=True)
class SignedIn:
    actor: Actor
    full_name: str
    preferences: Preferences


def signed_in(account: Account, *, session_key: str, channel: str, today: date) -> SignedIn:
    """Two statements. A password proves little (LOW). An officer at this door is a citizen like any other:
    the role is named, but gives no right here."""
    household = _NO_HOUSEHOLD if account.person_id is None else household_of(account.person_id, today=today)
    actor = Actor(
        kind=ActorKind.CITIZEN,
        id=str(account.person_id or ""),
        person_id=account.person_id,
        roles=frozenset({account.role}),
        office=account.office_code,
        assurance=Assurance.LOW,
        grants=household.grants,
        purpose="own",
        session=lookup_digest("session", session_key) if session_key else "",
        channel=channel,
    )
    return SignedIn(actor, household.full_name, preferences_of(account))
