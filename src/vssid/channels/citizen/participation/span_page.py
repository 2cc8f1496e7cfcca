"""What the page of one span says: who paid, on which salary, at which rates, and how much each month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.directory.selectors.names import Names
from vssid.channels.citizen.participation.words import Payer, fund_name, payer, span_status
from vssid.domain.ledger.deadline import is_late
from vssid.domain.ledger.entry import Spell, Status
from vssid.domain.ledger.fold import Span
from vssid.domain.ledger.span_months import SpanMonth, span_months
from vssid.domain.values import rates
from vssid.kit.discretion import private
from vssid.kit.formats import integer, money, month_span, months_counted, percent, short_month
from vssid.ui.elements import Item


@dataclass(frozen=True, slots=True)
class MonthLine:
    """Amounts and rates in words; empty when not on record."""

    month: str
    salary: str
    employee_rate: str
    employee: str
    employer_rate: str
    employer: str


@dataclass(frozen=True, slots=True)
class YearOfMonths:
    year: int
    opened: bool
    months: tuple[MonthLine, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """``late``: the months are past their deadline. ``owed``: nothing was paid yet."""

    payer: Payer
    fund: str
    period: str
    status: str
    late: bool
    owed: bool
    facts: tuple[Item, ...]
    years: tuple[YearOfMonths, ...]
    back: str
    as_of: datetime | None


def drawn(span: Span, spells: Iterable[Spell], names: Names, *, today: date, as_of: datetime | None) -> Page:
    months = span_months(span, spells)
    latest = months[-1].spell
    return Page(
        payer=payer(span.employer_code, names, latest.scale),
        fund=fund_name(span.fund),
        period=month_span(span.first, span.last),
        status=span_status(span, today),
        late=span.status is Status.OWED and is_late(span.first, today),
        owed=span.status is Status.OWED,
        facts=tuple(_facts(span, latest, today)),
        years=tuple(_years(months)),
        back=f"{reverse('citizen:participation')}?fund={span.fund}",
        as_of=as_of,
    )


def _facts(span: Span, latest: Spell, today: date) -> Iterable[Item]:
    """Only what is on record, as it stands in the last month."""
    yield Item(_("Length"), months_counted(span.months))
    yield Item(_("State"), span_status(span, today))
    known = (
        (_("Job title"), latest.job_title, True),
        (_("Workplace"), latest.workplace, True),
        (_("Unit code"), latest.employer_code, True),
        (_("Coefficient"), _coefficient(latest), False),
        (_("Allowances in the salary"), _money(latest.allowances), False),
        (_("Group"), latest.group_letter, True),
    )
    yield from (Item(label, value, data=data, number=not data) for label, value, data in known if value)


def _years(months: Sequence[SpanMonth]) -> Iterable[YearOfMonths]:
    latest = months[-1].month.year
    for year, of_year in groupby(reversed(months), key=lambda one: one.month.year):
        yield YearOfMonths(year, year == latest, tuple(map(_line, of_year)))


def _line(one: SpanMonth) -> MonthLine:
    amounts = one.contribution
    return MonthLine(
        month=short_month(one.month),
        salary=_amount(one.spell.salary),
        employee_rate=_rate(one.spell.rate_employee_ppm),
        employee=_amount(amounts.employee),
        employer_rate=_rate(one.spell.rate_employer_ppm),
        employer=_amount(amounts.employer),
    )


def _amount(dong: int | None) -> str:
    """Bare: the table says once that its amounts are đồng."""
    return "" if dong is None else private(integer(dong))


def _money(dong: int | None) -> str:
    return "" if dong is None else money(dong)


def _rate(ppm: int | None) -> str:
    return "" if ppm is None else percent(Decimal(rates.percent(ppm)))


def _coefficient(spell: Spell) -> str:
    return "" if spell.coefficient_milli is None else f"{Decimal(spell.coefficient_milli) / 1000:.2f}"
