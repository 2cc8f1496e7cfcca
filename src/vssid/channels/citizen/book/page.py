"""The book, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.benefits import book_words
from vssid.apps.benefits.regimes import name_of
from vssid.apps.benefits.selectors.book import Book, confirmed, unconfirmed
from vssid.apps.benefits.selectors.history import Payment
from vssid.apps.participation.selectors.statement import FundPart
from vssid.apps.participation.statement_letter import payer
from vssid.channels.citizen.participation.words import fund_name
from vssid.domain.ledger.deadline import is_late
from vssid.domain.ledger.entry import Fund, Spell, Status
from vssid.domain.ledger.unemployment_kept import KeptMonths
from vssid.kit import formats
from vssid.kit.formats.sentences import named
from vssid.ui.elements import Item, Row, as_registered

_LATEST_BENEFITS = 5


@dataclass(frozen=True, slots=True)
class FundPeriods:
    """``opened``: shown at once; the others on a click."""

    title: str
    rows: tuple[Row, ...]
    opened: bool


@dataclass(frozen=True, slots=True)
class Page:
    """``finding``: whether all of it is confirmed. ``benefits``: the latest."""

    total: str
    finding: str
    tone: str
    identity: tuple[Item, ...]
    funds: tuple[FundPeriods, ...]
    unconfirmed: tuple[Row, ...]
    benefits: tuple[Row, ...]
    more_benefits: str
    kept: tuple[Item, ...]
    as_of: datetime | None


def drawn(book: Book, *, today: date, as_of: datetime | None) -> Page:
    parts = book.statement.funds
    open_rows = tuple(_unconfirmed(book, today))
    social = next(part for part in parts if part.fund is Fund.BHXH)
    funds = tuple(_fund(part, book) for part in parts if confirmed(part))
    tone, finding = _finding(funds=bool(funds), unconfirmed=bool(open_rows))
    return Page(
        total=formats.years_and_months(social.totals.counted),
        finding=finding,
        tone=tone,
        identity=tuple(_identity(book)),
        funds=funds,
        unconfirmed=open_rows,
        benefits=tuple(map(_benefit, book.benefits[:_LATEST_BENEFITS])),
        more_benefits=reverse("citizen:benefits") if len(book.benefits) > _LATEST_BENEFITS else "",
        kept=tuple(_kept(book.kept)) if book.kept else (),
        as_of=as_of,
    )


def _finding(*, funds: bool, unconfirmed: bool) -> tuple[str, str]:
    if unconfirmed:
        return "warn", _("Some months are not confirmed yet.")
    if funds:
        return "good", _("Every month on record is confirmed.")
    return "plain", _("No month is on record yet")


def _identity(book: Book) -> Iterator[Item]:
    person = book.statement.person
    yield Item(_("Full name"), person.full_name, data=True)
    yield Item(_("Social insurance number"), formats.grouped(person.insurance_number), number=True)
    if person.birth:
        yield Item(_("Date of birth"), formats.known_day(person.birth), number=True)


def _fund(part: FundPart, book: Book) -> FundPeriods:
    rows = tuple(_row(spell, book) for spell in reversed(confirmed(part)))
    title = named(fund_name(part.fund), formats.years_and_months(part.totals.counted))
    return FundPeriods(title, rows, opened=part.fund is Fund.BHXH)


def _row(spell: Spell, book: Book) -> Row:
    salary = formats.money(spell.salary) if spell.salary is not None else ""
    notes = [formats.months_counted(spell.months), salary]
    if spell.status is Status.CREDITED:
        notes.append(_("Counted without payment"))
    return Row(
        title=payer(spell, book.statement),
        lead=_span(spell),
        note=" · ".join(filter(None, notes)),
        data=bool(spell.employer_code),
    )


def _unconfirmed(book: Book, today: date) -> Iterator[Row]:
    for part in book.statement.funds:
        for spell in unconfirmed(part):
            late = is_late(spell.first, today)
            bad = spell.status is Status.OWED and late
            yield Row(
                title=fund_name(part.fund),
                lead=_span(spell),
                note=_registered(payer(spell, book.statement), spell),
                status_kind="bad" if bad else "plain",
                status=book_words.why(spell, late=late),
            )


def _registered(name: str, spell: Spell) -> str:
    """A unit's name is Vietnamese data; without a unit the words are the reader's."""
    return as_registered(name) if spell.employer_code else name


def _span(spell: Spell) -> str:
    return formats.month_span(spell.first, spell.last)


def _benefit(one: Payment) -> Row:
    name = name_of(one.regime)
    return Row(
        title=_(name) if name else one.regime,
        lead=formats.day(one.dated) if one.dated else "",
        note=formats.money(one.amount) if one.amount is not None else "",
    )


def _kept(kept: KeptMonths) -> Iterator[Item]:
    for name, count in (
        (_("Paid months in all"), kept.paid),
        (_("Benefit months received"), kept.received),
        (_("Paid months used by them"), kept.used),
        (_("Months kept for later"), kept.kept),
    ):
        yield Item(name, formats.integer(count), number=True)
