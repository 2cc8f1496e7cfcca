"""A person's record as the rules ask for it, and what else is on record that a question begins with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.benefits.regimes import is_sick_pay
from vssid.apps.benefits.selectors.book import unemployment_times
from vssid.apps.benefits.selectors.history import Payment, benefits_of
from vssid.apps.benefits.selectors.pension import pension_since
from vssid.apps.directory.selectors.regions import regions
from vssid.apps.estimates.errors import NoBirthDate
from vssid.apps.healthcard.selectors.cards import current_card
from vssid.apps.participation.selectors.ledger import participation_of
from vssid.apps.people.selectors.particulars import particulars
from vssid.apps.visits.selectors.visits import visits_of
from vssid.domain.card.entitlement import CardFacts
from vssid.domain.casework.calendar import is_working_day
from vssid.domain.law.estimates.co_payment import Paid, counted
from vssid.domain.law.estimates.kinds import Kind
from vssid.domain.law.estimates.record import Record
from vssid.domain.law.shared.regions import REGION_NUMBERS
from vssid.domain.ledger.entry import Fund
from vssid.domain.ledger.months import Ledger
from vssid.domain.values.actor import Actor
from vssid.domain.values.months import Month

_ASK_FOR_A_PENSION = (Kind.RETIREMENT, Kind.LUMP_SUM, Kind.VOLUNTARY)
_ASK_WHAT_WAS_PAID = (Kind.JOB_LOSS, Kind.ILLNESS)
READ_BESIDE: Mapping[Kind, tuple[DataGroup, ...]] = {
    **dict.fromkeys((*_ASK_FOR_A_PENSION, *_ASK_WHAT_WAS_PAID), (DataGroup.BENEFITS,)),
    Kind.CO_PAYMENT: (DataGroup.CARD, DataGroup.VISITS),
}
"""What a question reads beside the months, for the log of who has seen what."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a question asks for beside the months is read for that question alone; else it is None.

    ``copays``: counted own shares of this year, đồng. ``sick_days``: working days paid this year.
    ``wage_region``: number of the minimum-wage region of the latest employer.
    """

    record: Record
    today: date
    card: CardFacts | None = None
    copays: int | None = None
    sick_days: int | None = None
    wage_region: int | None = None


def known_of(actor: Actor, person_id: int, kind: Kind, *, today: date) -> Known:
    """What is posted up to today; NotFound when it is not the actor's to see, NoBirthDate without one.

    Of an unknown day or month of birth the first counts (Law 41/2024/QH15 art. 5(5)).
    """
    person = particulars(actor, person_id, today=today)
    if person.born_on is None:
        raise NoBirthDate
    ledger = participation_of(actor, person_id, today=today).ledger
    paid = benefits_of(actor, person_id, today=today) if kind in _ASK_WHAT_WAS_PAID else ()
    pensioner = kind in _ASK_FOR_A_PENSION and pension_since(actor, person_id, today=today)
    record = Record.of(
        ledger,
        female=person.sex == "female",
        born=Month.containing(person.born_on),
        unemployed=unemployment_times(paid),
        pension_since=Month.containing(pensioner) if pensioner else None,
        citizen=person.nationality in {"", "VN"},
    )
    match kind:
        case Kind.JOB_LOSS:
            return Known(record, today, wage_region=_region(ledger))
        case Kind.ILLNESS:
            return Known(record, today, sick_days=_sick_days(paid, today.year))
        case Kind.CO_PAYMENT:
            return Known(
                record,
                today,
                card=current_card(actor, person_id, today=today),
                copays=_copays(actor, person_id, today),
            )
        case _:
            return Known(record, today)


def _region(ledger: Ledger) -> int | None:
    """None where the directory holds none for the employer."""
    facts = ledger.facts(Fund.BHTN)
    if not facts:
        return None
    employer = facts[-1].spell.employer_code
    return REGION_NUMBERS.get(regions([employer]).get(employer, ""))


def _sick_days(payments: Iterable[Payment], year: int) -> int:
    """Working days of the year within the days sick pay was for, each once."""
    days = {
        payment.first + timedelta(ahead)
        for payment in payments
        if is_sick_pay(payment.regime) and payment.first and payment.last
        for ahead in range((payment.last - payment.first).days + 1)
    }
    return sum(day.year == year and is_working_day(day) for day in days)


def _copays(actor: Actor, person_id: int, today: date) -> int:
    visits = visits_of(actor, person_id, year=today.year, today=today).visits
    return counted(
        Paid(visit.admitted_at.date(), visit.route_code, visit.copay)
        for visit in visits
        if visit.admitted_at and visit.copay
    )
