"""What one calendar year was: months, salary, contributions by payer, benefits, and visits when asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from vssid.apps.benefits.selectors.history import Payment, benefits_of
from vssid.apps.participation.selectors.statement import Statement, statement
from vssid.apps.visits.selectors.visits import visits_of
from vssid.domain.ledger.contributions import Sum, contributions
from vssid.domain.ledger.entry import Fund, Spell, Status
from vssid.domain.values.actor import Actor
from vssid.domain.values.months import Month

VIETNAMESE = "VN"


@dataclass(frozen=True, slots=True)
class VisitTotals:
    """Visits begun in the year; amounts in đồng, of those whose amount is known. ``own``: co-payment and what
    the person paid besides."""

    visits: int
    fund: int
    own: int


@dataclass(frozen=True, slots=True)
class Year:
    """``months``: numbers of months by fund and status, each month once. ``salaries``: rows of the pension
    fund within the year. ``visits``: None when they were not asked for."""

    year: int
    statement: Statement
    months: Mapping[Fund, Mapping[Status, int]]
    salaries: tuple[Spell, ...]
    contributions: Mapping[Fund, Sum]
    benefits: tuple[Payment, ...]
    visits: VisitTotals | None


def year_of(actor: Actor, person_id: int, year: int, *, as_of: date, with_visits: bool) -> Year:
    """NotFound unless the actor may see the record (and, asked for, the visits)."""
    found = statement(actor, person_id, as_of=as_of)
    lawful = found.person.nationality == VIETNAMESE
    sums = contributions(found.ledger.spells, vietnamese=lawful)
    payments = benefits_of(actor, person_id, today=as_of)
    return Year(
        year=year,
        statement=found,
        months={fund: _months(found, fund, year) for fund in Fund},
        salaries=tuple(_salaries(found, year)),
        contributions={fund: one for (of, fund), one in sums.items() if of == year},
        benefits=tuple(one for one in payments if one.dated and one.dated.year == year),
        visits=_visits(actor, person_id, year, as_of) if with_visits else None,
    )


def _months(found: Statement, fund: Fund, year: int) -> Mapping[Status, int]:
    return Counter(fact.status for fact in found.ledger.facts(fund) if fact.month.year == year)


def _salaries(found: Statement, year: int) -> list[Spell]:
    first, last = Month.of(year, 1), Month.of(year, 12)
    part = next(part for part in found.funds if part.fund is Fund.BHXH)
    return [
        replace(spell, first=max(spell.first, first), last=min(spell.last, last))
        for spell in part.spells
        if spell.first <= last and spell.last >= first
    ]


def _visits(actor: Actor, person_id: int, year: int, today: date) -> VisitTotals:
    found = visits_of(actor, person_id, year=year, today=today).visits
    return VisitTotals(
        visits=len(found),
        fund=sum(visit.fund_paid or 0 for visit in found),
        own=sum((visit.copay or 0) + (visit.self_paid or 0) for visit in found),
    )
