"""A person locks their payout account against every change, and unlocks it again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.accounts.holds import Act as Held
from vssid.apps.accounts.selectors.accounts import own_account
from vssid.apps.accounts.selectors.holds import require_open
from vssid.apps.benefits.payouts.lock import open_later, put_lock
from vssid.apps.benefits.payouts.states import Ended
from vssid.apps.benefits.payouts.stopping import stop_waiting
from vssid.apps.benefits.payouts.telling import tell_lock
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed, NotFound, marked
from vssid.domain.values.sentence import Sentence

_LOCKED = Sentence(marked("Locked against every change"))
_OPENING = Sentence(marked("Unlocked, open in 72 hours"))


def lock_payout_account(*, actor: Actor, now: datetime) -> None:
    """At any level of assurance. A change that waits is stopped; an unlocking under way too."""
    require(actor, Act.VIEW)
    if actor.person_id is None:
        raise NotAllowed
    with transaction.atomic():
        stop_waiting(actor, actor.person_id, Ended.LOCKED, now=now)
        if put_lock(actor.person_id, now=now):
            tell_lock(actor, actor.person_id, _LOCKED, now=now)


def unlock_payout_account(*, actor: Actor, now: datetime) -> datetime:
    """From when changes are open: 72 hours later. Raises StepUpNeeded, OnHold; NotFound without a lock."""
    require(actor, Act.BANK_ACCOUNT)
    if actor.person_id is None:
        raise NotAllowed
    require_open(own_account(actor), Held.PAYOUT, now=now)
    with transaction.atomic():
        opens_at = open_later(actor.person_id, now=now)
        if opens_at is None:
            raise NotFound
        tell_lock(actor, actor.person_id, _OPENING, now=now)
    return opens_at
