"""How far a member of staff has come at the staff door."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from vssid.apps.accounts.models import Account, Activation, SecondFactor
from vssid.apps.accounts.staff_actors import staff_actor
from vssid.apps.accounts.staff_roles import STAFF_ROLES
from vssid.domain.values.actor import ANONYMOUS, Actor
from vssid.kit.sealing import lookup_digest


class Door(StrEnum):
    """CLOSED: not staff. ACTIVATE: no second factor and no right to set one up. SET_UP: may set it up.
    CODE: has one."""

    CLOSED = "closed"
    ACTIVATE = "activate"
    SET_UP = "set_up"
    CODE = "code"


def door_of(actor: Actor, *, now: datetime) -> Door:
    """What stands between the signed-in ``actor`` and the staff pages."""
    if actor.person_id is None or not actor.roles & STAFF_ROLES:
        return Door.CLOSED
    if SecondFactor.objects.filter(account__person_id=actor.person_id, enrolled_at__isnull=False).exists():
        return Door.CODE
    accepted = Activation.objects.filter(
        account__person_id=actor.person_id, accepted_at__isnull=False, expires_at__gt=now
    )
    return Door.SET_UP if accepted.exists() else Door.ACTIVATE


def staff_behind(account: Account, *, session_key: str, channel: str) -> Actor:
    """The actor of an account whose session has shown the second factor; nobody once the role is taken."""
    if account.role not in STAFF_ROLES or not account.is_active:
        return ANONYMOUS
    return staff_actor(account, session=lookup_digest("session", session_key), channel=channel)
