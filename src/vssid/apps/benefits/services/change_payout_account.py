"""A person names another bank account for their benefits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.accounts.errors import CodeVoid, WrongSentCode
from vssid.apps.accounts.holds import Act as Held
from vssid.apps.accounts.selectors.accounts import own_account
from vssid.apps.accounts.selectors.holds import require_open
from vssid.apps.accounts.sent_codes import CodePurpose
from vssid.apps.accounts.services.redeem_code import count_code_try, live_serial, use_code
from vssid.apps.audit.event_numbers import event_number
from vssid.apps.benefits.payouts.banks import open_bank
from vssid.apps.benefits.payouts.errors import HolderDiffers, HolderUnclear, SamePayoutAccount
from vssid.apps.benefits.payouts.lock import require_unlocked
from vssid.apps.benefits.payouts.states import Ended, PayoutState
from vssid.apps.benefits.payouts.telling import tell_changed
from vssid.apps.benefits.payouts.versions import Place, add_pending, end, place_of, standing
from vssid.apps.benefits.ports import NameAnswer, ask_name
from vssid.apps.people.selectors.particulars import what_others_know
from vssid.domain.identifiers import bank_account
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed, Problem
from vssid.kit.clock import VIETNAM

_CODE = CodePurpose.PAYOUT


@dataclass(frozen=True, slots=True)
class Wish:
    """As typed. ``although_close``: the person has read that the bank writes the name a little differently,
    and says that the account is theirs."""

    bank: str
    number: str
    although_close: bool = False


def change_payout_account(*, actor: Actor, wish: Wish, code: str, now: datetime) -> datetime:
    """From when benefits go there at the earliest: in 72 hours, which nothing shortens. Until then the
    account that stands stays; a change that waited before gives way.

    Not inside a transaction: tries count, and the bank is asked. Raises StepUpNeeded, OnHold, PayoutLocked,
    WrongCode (and only whoever has a code may ask the bank), HolderDiffers, HolderUnclear, SamePayoutAccount,
    UnknownBank, or what is wrong with the number.
    """
    person_id, account_id = require_may_change(actor, now=now)
    place = _read(wish, now)
    _count_try(account_id, now)
    holder = ask_name(bank=place.bank, number=place.number, name=what_others_know(person_id).full_name)
    _require_own(holder, wish)
    with transaction.atomic():
        if not use_code(account_id, _CODE, code, now=now):
            raise WrongSentCode(field="code")
        before = standing(person_id)
        if place in map(place_of, before.values()):
            raise SamePayoutAccount(field="number")
        if waiting := before.get(PayoutState.PENDING):
            end(waiting, PayoutState.SUPERSEDED, Ended.REPLACED, now=now)
        added = add_pending(person_id, event_number(now), place, holder, now=now)
        tell_changed(actor, added, now=now)
    return added.due_at


def require_may_change(actor: Actor, *, now: datetime) -> tuple[int, int]:
    """The person, who is the actor and nobody else, and their account. VNeID lifts no hold here.

    Raises StepUpNeeded, OnHold, PayoutLocked.
    """
    require(actor, Act.BANK_ACCOUNT)
    if actor.person_id is None:
        raise NotAllowed
    account_id = own_account(actor)
    require_open(account_id, Held.PAYOUT, now=now)
    require_unlocked(actor.person_id, now=now)
    return actor.person_id, account_id


def _read(wish: Wish, now: datetime) -> Place:
    bank = open_bank(wish.bank, on=now.astimezone(VIETNAM).date())
    try:
        return Place(bank.id, bank_account.parse(wish.number))
    except Problem as problem:
        problem.field = "number"
        raise


def _count_try(account_id: int, now: datetime) -> None:
    if not live_serial(account_id, _CODE, now=now):
        raise WrongSentCode(field="code")
    if not count_code_try(account_id, _CODE, now=now):
        raise CodeVoid(field="code")


def _require_own(holder: NameAnswer, wish: Wish) -> None:
    """A bank that does not answer now is asked again before the account stands."""
    if holder is NameAnswer.NO_MATCH:
        raise HolderDiffers(field="number")
    if holder is NameAnswer.CLOSE and not wish.although_close:
        raise HolderUnclear(field="number")
