"""Payout accounts whose days of waiting are over begin to stand."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.holds import Act as Held
from vssid.apps.accounts.selectors.accounts import account_of_person
from vssid.apps.accounts.selectors.holds import closed
from vssid.apps.benefits.models import PayoutAccount
from vssid.apps.benefits.payouts.lock import locked
from vssid.apps.benefits.payouts.states import BANK_SILENT, Ended, PayoutState
from vssid.apps.benefits.payouts.stopping import stop
from vssid.apps.benefits.payouts.telling import tell_active
from vssid.apps.benefits.payouts.versions import end, place_of, standing
from vssid.apps.benefits.ports import NameAnswer, ask_name
from vssid.apps.people.selectors.particulars import what_others_know
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.sharding import cross_shard

_SETTLING = Actor(kind=ActorKind.SYSTEM, id="payout_accounts")


def settle_payout_accounts(*, now: datetime) -> int:
    """How many stand from now on. One that a hold or lock closes by now goes on waiting."""
    due = PayoutAccount.objects.filter(state=PayoutState.PENDING, due_at__lte=now)
    with cross_shard("payout accounts whose days of waiting are over"):
        rows = list(due)
    away: set[str] = set()
    return sum(_settle(row, away, now) for row in rows)


def _settle(row: PayoutAccount, away: set[str], now: datetime) -> bool:
    """``away``: banks that have not answered in this round, which are asked no more."""
    account_id = account_of_person(row.person_id)
    if account_id is None:
        return _stop(row, Ended.NO_ACCOUNT, now)
    if _held(account_id, row, now):
        return False
    holder = _holder(row, away)
    if holder is NameAnswer.UNAVAILABLE:
        return _stop(row, Ended.BANK_SILENT, now) if now >= row.asked_at + BANK_SILENT else False
    if holder not in (NameAnswer.MATCH, row.holder):  # what is close only now nobody has confirmed
        return _stop(row, Ended.HOLDER, now)
    return _stand(account_id, row, holder, now)


def _held(account_id: int, row: PayoutAccount, now: datetime) -> bool:
    return closed(account_id, Held.PAYOUT, now=now) or locked(row.person_id, now=now)


def _holder(row: PayoutAccount, away: set[str]) -> NameAnswer:
    """What the bank said, or says now when it was silent."""
    if row.holder != NameAnswer.UNAVAILABLE or row.bank in away:
        return NameAnswer(row.holder)
    number = place_of(row).number
    answer = ask_name(bank=row.bank, number=number, name=what_others_know(row.person_id).full_name)
    if answer is NameAnswer.UNAVAILABLE:
        away.add(row.bank)
    return answer


def _stop(row: PayoutAccount, how: Ended, now: datetime) -> bool:
    with transaction.atomic():
        waiting = standing(row.person_id).get(PayoutState.PENDING)
        if waiting is not None and waiting.seq == row.seq:
            stop(_SETTLING, waiting, how, now=now)
    return False


def _stand(account_id: int, row: PayoutAccount, holder: NameAnswer, now: datetime) -> bool:
    """Looks again under the lock of the row: the bank may have taken its time."""
    with transaction.atomic():
        rows = standing(row.person_id)
        waiting = rows.get(PayoutState.PENDING)
        if waiting is None or waiting.seq != row.seq or _held(account_id, row, now):
            return False
        if before := rows.get(PayoutState.ACTIVE):
            end(before, PayoutState.SUPERSEDED, Ended.REPLACED, now=now)
        waiting.state, waiting.since, waiting.holder = PayoutState.ACTIVE, now, holder
        waiting.save(update_fields=["state", "since", "holder"])
        tell_active(_SETTLING, waiting, now=now)
    return True
