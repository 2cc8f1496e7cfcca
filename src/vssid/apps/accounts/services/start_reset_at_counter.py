"""An officer starts a new password for somebody at the counter, and never sees or chooses a secret."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.policies import may_start_reset
from vssid.apps.accounts.resets import Door
from vssid.apps.accounts.roles import name_in_log
from vssid.apps.accounts.services.request_reset import request_reset
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.selectors.numbers import find_person
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, NotFound

_LOOKING_UP = Actor(kind=ActorKind.SYSTEM, id="reset_service")


def start_reset_at_counter(*, actor: Actor, number: str, channel: Channel, now: datetime) -> None:
    """The code goes to the contact of the account, as on any other way, and the person types it.

    NotAllowed for whoever is no officer, and for an officer's own account. NotFound for a number nobody has.
    """
    if not may_start_reset(actor):
        raise NotAllowed
    person_id = find_person(_LOOKING_UP, number)
    if person_id is None:
        raise NotFound
    if person_id == actor.person_id:
        raise NotAllowed
    record_access(
        actor=actor,
        person_id=person_id,
        action="issue",
        data_group="account",
        purpose="support",
        actor_name=f"{name_in_log(actor.roles)} {actor.office}".strip(),
        now=now,
    )
    request_reset(
        number=number,
        channel=channel,
        network=f"officer {actor.id}",
        door=Door.COUNTER,
        officer=actor.id,
        now=now,
    )
