"""Tells the workers of employers that are late, once a month: who must pay, what it means, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from vssid.apps.directory.selectors.names import Names, names
from vssid.apps.notifications.services.notify import Event
from vssid.apps.notifications.services.run_round import Told, run_round
from vssid.apps.participation.fund_names import FUND_NAMES
from vssid.apps.participation.selectors.many import ledgers_of, people_owed
from vssid.domain.ledger.late import HealthPart, LateMonth, late_months
from vssid.domain.ledger.late_wording import late_wording
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.months import Month
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.clock import VIETNAM

FIRST_DAY = 10
"""Of the month. A month is due by the end of the next: what is late now ended more than 30 days ago."""

_CODE = "employer.late"
_ALL_HEALTH_PAID = marked("The health part of these months is paid.")
_HEALTH_UNSURE = marked(
    "The health part of %(month)s is not paid, or not on record. "
    "Before you go for treatment, open the card to see whether it is still valid, and keep the bills."
)
_ACTOR = Actor(kind=ActorKind.SYSTEM, id="late_months", channel="worker")


def tell_late_months(*, now: datetime) -> int:
    """The notices written in this turn; nothing before the tenth."""
    today = now.astimezone(VIETNAM).date()
    if today.day < FIRST_DAY:
        return 0
    occasion = Month.containing(today)
    # as of the tenth, whatever day the round ends on: everybody is told of the same day
    as_of = today.replace(day=FIRST_DAY)

    def step(after: int, most: int) -> Told:
        people = people_owed(_ACTOR, after=after, most=most)
        late = {
            person_id: late_months(ledger, as_of) for person_id, ledger in ledgers_of(_ACTOR, people).items()
        }
        known = names(employers={one.employer_code for several in late.values() for one in several})
        events = [
            event
            for person_id, months in late.items()
            for event in _events(person_id, months, known, occasion)
        ]
        return Told(events, last=people[-1] if people else None)

    return run_round(actor=_ACTOR, name=f"{_CODE} {occasion}", code=_CODE, step=step, now=now)


def _events(person_id: int, late: Sequence[LateMonth], known: Names, occasion: Month) -> Iterator[Event]:
    """One for each employer. Who insures themselves has none, and is told nothing of one."""
    by_employer = sorted((one for one in late if one.employer_code), key=lambda one: one.employer_code)
    for code, several in groupby(by_employer, key=lambda one: one.employer_code):
        months = list(several)
        yield Event(person_id, f"{occasion} {code}", _values(known.employer(code), months))


def _values(employer: str, months: Sequence[LateMonth]) -> dict[str, object]:
    funds = dict.fromkeys(fund for fund in FUND_NAMES if any(fund in one.funds for one in months))
    return {
        "employer": employer,
        "months": tuple(one.month for one in months),
        "funds": tuple(Sentence(FUND_NAMES[fund]) for fund in funds),
        "health": _health(months),
    }


def _health(months: Sequence[LateMonth]) -> Sentence:
    """Never that the card works: whether it does is not known here."""
    if len(months) == 1:
        return late_wording(months[0], card_usable=False).health
    unsure = [one for one in months if one.health is not HealthPart.PAID]
    if not unsure:
        return Sentence(_ALL_HEALTH_PAID)
    return Sentence(_HEALTH_UNSURE, {"month": unsure[-1].month})
