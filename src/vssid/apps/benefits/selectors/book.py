"""What the electronic social-insurance book holds (law 41/2024/QH15, article 25)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from vssid.apps.benefits.regimes import is_unemployment_benefit
from vssid.apps.benefits.selectors.history import Payment, benefits_of
from vssid.apps.participation.selectors.statement import FundPart, Statement, statement
from vssid.domain.ledger.entry import COUNTED, Spell
from vssid.domain.ledger.unemployment_kept import BenefitTime, KeptMonths, kept_months
from vssid.domain.values.actor import Actor


@dataclass(frozen=True, slots=True)
class Book:
    """``benefits``: latest first. ``kept`` is None for somebody never in the unemployment fund."""

    statement: Statement
    benefits: tuple[Payment, ...]
    kept: KeptMonths | None


def book(actor: Actor, person_id: int, *, as_of: date) -> Book:
    """NotFound unless the actor may see the record. Four statements of the database."""
    found = statement(actor, person_id, as_of=as_of)
    payments = benefits_of(actor, person_id, today=as_of)
    kept = kept_months(found.ledger, unemployment_times(payments))
    return Book(found, payments, kept if kept.paid or kept.received else None)


def confirmed(part: FundPart) -> tuple[Spell, ...]:
    """The rows that count towards benefits."""
    return tuple(spell for spell in part.spells if spell.status in COUNTED)


def unconfirmed(part: FundPart) -> tuple[Spell, ...]:
    """The rows that do not: unpaid, suspended, or insured abroad."""
    return tuple(spell for spell in part.spells if spell.status not in COUNTED)


def unemployment_times(payments: Iterable[Payment]) -> Iterator[BenefitTime]:
    """A payment without days counts as one month, on the day it was paid."""
    for payment in payments:
        if is_unemployment_benefit(payment.regime) and (first := payment.first or payment.dated):
            last = payment.last if payment.last and payment.last >= first else first
            yield BenefitTime(first, last)
