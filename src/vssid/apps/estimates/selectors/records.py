"""A person's record as the rules ask for it."""

from __future__ import annotations

from datetime import date

from vssid.apps.benefits.selectors.book import unemployment_times
from vssid.apps.benefits.selectors.history import benefits_of
from vssid.apps.estimates.errors import NoBirthDate
from vssid.apps.participation.selectors.ledger import participation_of
from vssid.apps.people.selectors.particulars import particulars
from vssid.domain.law.estimates.record import Record
from vssid.domain.values.actor import Actor
from vssid.domain.values.months import Month


def record_of(actor: Actor, person_id: int, *, today: date) -> Record:
    """What is posted up to today; NotFound when it is not the actor's to see, NoBirthDate without one.

    Of an unknown day or month of birth the first counts (Law 41/2024/QH15 art. 5(5)).
    """
    person = particulars(actor, person_id, today=today)
    if person.born_on is None:
        raise NoBirthDate
    ledger = participation_of(actor, person_id, today=today).ledger
    unemployed = unemployment_times(benefits_of(actor, person_id, today=today))
    return Record.of(
        ledger,
        female=person.sex == "female",
        born=Month.containing(person.born_on),
        unemployed=unemployed,
    )
