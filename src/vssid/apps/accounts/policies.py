"""Who may open accounts and start resets; everything else about an account is its own person's."""

from __future__ import annotations

from vssid.apps.accounts.roles import Right, roles_that_may
from vssid.domain.values.actor import Actor, ActorKind


def may_open_account(actor: Actor) -> bool:
    return actor.kind is ActorKind.SYSTEM


def may_start_reset(actor: Actor) -> bool:
    return actor.kind is ActorKind.OFFICER and bool(actor.roles & roles_that_may(Right.START_RESETS))


def may_register_in_bulk(actor: Actor) -> bool:
    return actor.kind is ActorKind.OFFICER and bool(actor.roles & roles_that_may(Right.WORK_CASES))


def may_confirm_visit(actor: Actor) -> bool:
    """The second officer at the counter."""
    return may_start_reset(actor) and bool(actor.roles & roles_that_may(Right.CONFIRM_DECISIONS))
