"""How far a member of staff has come at the staff door."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from django.conf import settings
from django.db.models import QuerySet

from vssid.apps.accounts.assurance.tables import ProofKind
from vssid.apps.accounts.models import Account, Activation
from vssid.apps.accounts.roles import staff_roles
from vssid.apps.accounts.selectors.factors import factors_of
from vssid.apps.accounts.staff_actors import staff_actor
from vssid.domain.values.actor import ANONYMOUS, Actor
from vssid.domain.values.problem import NotFound
from vssid.kit.sealing import lookup_digest

_PASSKEYS = frozenset({ProofKind.PASSKEY, ProofKind.VETTED_PASSKEY})
_APP = frozenset({ProofKind.TOTP, ProofKind.RECOVERY_CODE})


class Door(StrEnum):
    """CLOSED: not staff. ACTIVATE: no second factor and no right to set one up. SET_UP: may set it up.
    SHOW: has one that opens the door. ADD_PASSKEY: has one that does not, but lets a passkey be added."""

    CLOSED = "closed"
    ACTIVATE = "activate"
    SET_UP = "set_up"
    SHOW = "show"
    ADD_PASSKEY = "add_passkey"


def door_of(actor: Actor, *, now: datetime) -> Door:
    """What stands between the signed-in ``actor`` and the staff pages."""
    if actor.person_id is None or not actor.roles & staff_roles():
        return Door.CLOSED
    factors = factors_of(Account.objects.only("pk").get(person_id=actor.person_id).pk)
    if factors.any:
        return Door.SHOW if opening() & factors.held else Door.ADD_PASSKEY
    return Door.SET_UP if _activated(actor.person_id, now).exists() else Door.ACTIVATE


def was_just_activated(account: Account, *, now: datetime) -> bool:
    """Whether the operator's code was used within the last hour, and no factor set up since."""
    return bool(account.role in staff_roles()) and _activated(account.person_id or 0, now).exists()


def leaver(person_id: int) -> Actor:
    """A member of staff about to leave, for what has to be taken from their desk. NotFound for no staff."""
    account = Account.objects.filter(person_id=person_id, role__in=staff_roles()).first()
    if account is None:
        raise NotFound
    return staff_actor(account, session="", channel="operator")


def _activated(person_id: int, now: datetime) -> QuerySet[Activation]:
    return Activation.objects.filter(
        account__person_id=person_id, accepted_at__isnull=False, expires_at__gt=now
    )


def opening() -> frozenset[ProofKind]:
    """What opens the staff door, beside the password: a passkey, whatever it was added after. In a
    demonstration also the codes of an app, and recovery codes."""
    return _PASSKEYS | _APP if settings.STAFF_APP_CODES else _PASSKEYS


def staff_behind(account: Account, *, session_key: str, channel: str) -> Actor:
    """The actor of an account whose session has shown the second factor; nobody once the role is taken."""
    if account.role not in staff_roles() or not account.is_active:
        return ANONYMOUS
    return staff_actor(account, session=lookup_digest("session", session_key), channel=channel)
