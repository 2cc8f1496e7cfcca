"""What every change of the account leaves behind: word to all contacts and a row of the log they read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.vocabulary import Action, DataGroup, Purpose
from vssid.apps.benefits.models import PayoutAccount
from vssid.apps.benefits.payouts.states import Ended
from vssid.apps.benefits.payouts.versions import place_of
from vssid.apps.notifications.services.notify import notify
from vssid.domain.values.actor import Actor
from vssid.domain.values.months import Month
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.clock import VIETNAM

_WHY = {
    Ended.BY_PERSON: marked("It was stopped in the app."),
    Ended.NOT_ME: marked("It was reported: this was not me."),
    Ended.LOCKED: marked("The payout account was locked."),
    Ended.HOLDER: marked("The bank has another name for this account."),
    Ended.BANK_SILENT: marked("The bank did not say whose account it is."),
    Ended.NO_ACCOUNT: marked("The VssID account was closed."),
}


def tell_changed(actor: Actor, row: PayoutAccount, *, now: datetime) -> None:
    month = Month.containing(row.due_at.astimezone(VIETNAM).date())
    _tell(actor, row, "benefit.account_changed", {"from_month": month}, now=now)


def tell_active(actor: Actor, row: PayoutAccount, *, now: datetime) -> None:
    _tell(actor, row, "benefit.account_active", {}, now=now)


def tell_stopped(actor: Actor, row: PayoutAccount, *, now: datetime) -> None:
    values = {"why": Sentence(_WHY[Ended(row.ended_how)])}
    _tell(actor, row, "benefit.account_stopped", values, now=now)


def tell_lock(actor: Actor, person_id: int, what: Sentence, *, now: datetime) -> None:
    _log(actor, person_id, now)
    notify(
        actor=actor,
        person_id=person_id,
        code="benefit.account_lock",
        values={"what": what, "at": now},
        key=now.isoformat(),
        now=now,
    )


def _tell(
    actor: Actor, row: PayoutAccount, code: str, values: Mapping[str, object], *, now: datetime
) -> None:
    _log(actor, row.person_id, now)
    notify(
        actor=actor,
        person_id=row.person_id,
        code=code,
        values={"place": place_of(row).words, **values},
        key=str(row.seq),
        now=now,
    )


def _log(actor: Actor, person_id: int, now: datetime) -> None:
    own = actor.person_id == person_id
    record_access(
        actor=actor,
        person_id=person_id,
        action=Action.CHANGE,
        data_group=DataGroup.BENEFITS,
        purpose=Purpose.OWN if own else Purpose.SECURITY,
        now=now,
    )
