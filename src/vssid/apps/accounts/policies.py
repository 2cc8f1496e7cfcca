"""Who may open accounts and start resets; everything else about an account is its own person's."""

from __future__ import annotations

from vssid.apps.accounts.roles import Right, roles_given_by, roles_that_may
from vssid.domain.values.actor import Actor, ActorKind


def may_open_account(actor: Actor) -> bool:
    return actor.kind is ActorKind.SYSTEM


def may_start_reset(actor: Actor) -> bool:
    return actor.kind is ActorKind.OFFICER and bool(actor.roles & roles_that_may(Right.START_RESETS))


def may_register_in_bulk(actor: Actor) -> bool:
    return actor.kind is ActorKind.OFFICER and bool(actor.roles & roles_that_may(Right.WORK_CASES))


def may_look_after_staff(actor: Actor, *, office: str) -> bool:
    """Whether ``actor`` sees who works at ``office``; empty for those who belong to none."""
    if actor.kind is not ActorKind.OFFICER or not actor.roles & roles_that_may(Right.LOOK_AFTER_STAFF):
        return False
    everywhere = bool(actor.roles & roles_that_may(Right.EVERY_OFFICE))
    return everywhere or bool(actor.office and actor.office == office)


def may_give(actor: Actor, *, role: str, office: str) -> bool:
    """Whether ``actor`` may ask for ``role`` at ``office``. Somebody else decides."""
    return may_look_after_staff(actor, office=office) and role in roles_given_by(actor.roles)


def may_end_staff(actor: Actor, *, role: str, office: str) -> bool:
    return actor.kind is ActorKind.SYSTEM or may_give(actor, role=role, office=office)


def may_confirm_visit(actor: Actor) -> bool:
    """The second officer at the counter."""
    return may_start_reset(actor) and bool(actor.roles & roles_that_may(Right.CONFIRM_DECISIONS))
