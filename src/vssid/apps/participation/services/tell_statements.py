"""Tells every participant, once a month, what is on record for the month before: the law asks for it."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.notifications.services.notify import Event
from vssid.apps.notifications.services.run_round import Told, run_round
from vssid.apps.participation.fund_names import FUND_NAMES
from vssid.apps.participation.selectors.many import ledgers_of, people_insured
from vssid.domain.ledger.deadline import due_date
from vssid.domain.ledger.entry import COUNTED, Status
from vssid.domain.ledger.months import Ledger
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.months import Month
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.clock import VIETNAM

FIRST_DAY = 12
"""Of the month, after the payments of the month before are allocated."""

_CODE = "statement.contributions"
_ACTOR = Actor(kind=ActorKind.SYSTEM, id="monthly_statement", channel="worker")
_PAID, _PARTLY = marked("paid in full"), marked("paid in part, the rest due by %(due)s")
_NOT_PAID = marked("not paid yet, due by %(due)s")
_OTHER = marked("nothing to be paid")


def tell_statements(*, now: datetime) -> int:
    """The notices written in this turn; nothing before the twelfth."""
    today = now.astimezone(VIETNAM).date()
    if today.day < FIRST_DAY:
        return 0
    month = Month.containing(today).plus(-1)

    def step(after: int, most: int) -> Told:
        people = people_insured(_ACTOR, month, after=after, most=most)
        ledgers = ledgers_of(_ACTOR, people)
        events = [
            Event(person_id, str(month), values)
            for person_id, ledger in ledgers.items()
            if (values := statement_values(ledger, month))
        ]
        return Told(events, last=people[-1] if people else None)

    return run_round(actor=_ACTOR, name=f"{_CODE} {month}", code=_CODE, step=step, now=now)


def statement_values(ledger: Ledger, month: Month) -> dict[str, object] | None:
    """None when corrections have left nothing on record for the month, or no wage is known."""
    facts = {fund: ledger.by_fund[fund][month] for fund in FUND_NAMES if month in ledger.by_fund[fund]}
    wages = [fact.spell.salary for fact in facts.values() if fact.spell.salary is not None]
    if not wages:
        return None
    statuses = {fact.status for fact in facts.values()}
    return {
        "month": month,
        "funds": tuple(Sentence(FUND_NAMES[fund]) for fund in facts),
        "base": max(wages),
        "state": _state(statuses, month),
    }


def _state(statuses: set[Status], month: Month) -> Sentence:
    """Not whether it is late: most months are not due when this is written, and late ones are told apart."""
    if statuses <= COUNTED:
        return Sentence(_PAID)
    if Status.OWED in statuses:
        return Sentence(_PARTLY if statuses & COUNTED else _NOT_PAID, {"due": due_date(month)})
    return Sentence(_OTHER)
