"""What the page of benefits says, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.benefits.regimes import BenefitGroup, is_monthly, name_of
from vssid.apps.benefits.selectors.history import Payment
from vssid.channels.citizen.benefits.timeline import Entry, Year, total_of, years_of
from vssid.kit.formats import compact_money, day, money
from vssid.ui.charts.bars import Amount, BarChart, bar_chart
from vssid.ui.elements import Item, Link

ALL = "all"
TABS = (ALL, *BenefitGroup)
_ICONS = {
    BenefitGroup.LUMP_SUM: ("cash", ""),
    BenefitGroup.SHORT_TERM: ("stethoscope", "la"),
    BenefitGroup.ACCIDENT: ("heart-handshake", "man"),
    BenefitGroup.MONTHLY: ("calendar", ""),
    BenefitGroup.UNEMPLOYMENT: ("briefcase", "nghe"),
    BenefitGroup.OTHER: ("file-text", "none"),
}
_ICONS_OF_REGIMES = {"maternity": "baby-carriage", "maternity_lump_sum": "baby-carriage"}
_MOST_BARS = 12


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry: ``facts`` of its decision; ``payments`` (period, paid on, amount) when there are several."""

    title: str
    known: bool
    icon: str
    tone: str
    amount: str
    note: str
    facts: tuple[Item, ...]
    payments: tuple[tuple[str, str, str], ...]
    report: str


@dataclass(frozen=True, slots=True)
class ShownYear:
    anchor: str
    title: str
    total: str
    entries: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """``years`` is empty when nothing was received; ``chart`` is None below two years."""

    tabs: tuple[Link, ...]
    label: str
    total: str
    note: str
    chart: BarChart | None
    totals: tuple[tuple[str, int, str], ...]
    years: tuple[ShownYear, ...]
    nothing: str
    anything_elsewhere: bool
    as_of: datetime | None


def drawn(payments: Sequence[Payment], tab: str, *, as_of: datetime | None) -> Page:
    """``payments`` latest first; ``tab`` one of :data:`TABS`."""
    wanted = [payment for payment in payments if tab in {ALL, payment.group}]
    years = years_of(wanted)
    return Page(
        tabs=_tabs(payments, tab),
        label=_("Received in all") if tab == ALL else _("Received under this heading"),
        total=money(total_of(wanted)),
        note=_extent(wanted),
        chart=_chart(years),
        totals=tuple((_year_name(year), _count(year), money(year.total)) for year in years),
        years=tuple(map(_shown_year, years)),
        nothing=_nothing(tab),
        anything_elsewhere=bool(payments),
        as_of=as_of,
    )


def file_head() -> list[str]:
    return [
        *(_("Benefit"), _("From"), _("To"), _("Amount (VND)"), _("Paid on")),
        *(_("Decision number"), _("Decision date"), _("Paid by"), _("Account"), _("Bank")),
    ]


def file_rows(payments: Iterable[Payment]) -> Iterable[list[object]]:
    for payment in payments:
        yield [
            *(title_of(payment.regime), payment.first, payment.last, payment.amount, payment.paid_on),
            *(payment.decision_number, payment.decided_on, payment.payer, payment.account, payment.bank),
        ]


def title_of(regime: str) -> str:
    """The regime's name; a code this release does not know speaks for itself."""
    name = name_of(regime)
    return _(name) if name else regime


def group_name(tab: str) -> str:
    return {
        ALL: _("All benefits"),
        BenefitGroup.LUMP_SUM: _("Lump sum"),
        BenefitGroup.SHORT_TERM: _("Sickness, maternity, convalescence"),
        BenefitGroup.ACCIDENT: _("Occupational accident, disease"),
        BenefitGroup.MONTHLY: _("Monthly"),
        BenefitGroup.UNEMPLOYMENT: _("Unemployment"),
        BenefitGroup.OTHER: _("Other benefits"),
    }[tab]


def _tabs(payments: Sequence[Payment], current: str) -> tuple[Link, ...]:
    """The five headings always; "other" only when something stands there."""
    shown = [tab for tab in TABS if tab != BenefitGroup.OTHER or _any_other(payments) or tab == current]
    address = reverse("citizen:benefits")
    return tuple(
        Link(group_name(tab), address if tab == ALL else f"{address}?tab={tab}", current=tab == current)
        for tab in shown
    )


def _any_other(payments: Iterable[Payment]) -> bool:
    return any(payment.group is BenefitGroup.OTHER for payment in payments)


def _extent(payments: Sequence[Payment]) -> str:
    count = ngettext("%(count)d payment", "%(count)d payments", len(payments)) % {"count": len(payments)}
    dated = [payment.dated for payment in payments if payment.dated]
    if not dated:
        return count
    return _("%(payments)s since %(year)d") % {"payments": count, "year": min(dated).year}


def _chart(years: Sequence[Year]) -> BarChart | None:
    bars = [Amount(str(year.year), year.total) for year in years if year.year][:_MOST_BARS]
    if len(bars) < 2:
        return None
    told = "; ".join(f"{bar.name}: {compact_money(bar.amount)}" for bar in bars)
    return bar_chart(bars, label=_("Amounts received by year. %(amounts)s.") % {"amounts": told})


def _year_name(year: Year) -> str:
    return str(year.year) if year.year else _("Without a date")


def _count(year: Year) -> int:
    return sum(len(entry.payments) for entry in year.entries)


def _shown_year(year: Year) -> ShownYear:
    return ShownYear(
        anchor=f"year-{year.year or 'unknown'}",
        title=_year_name(year),
        total=money(year.total),
        entries=tuple(map(_shown, year.entries)),
    )


def _shown(entry: Entry) -> Shown:
    newest = entry.newest
    icon, tone = _ICONS[newest.group]
    several = len(entry.payments) > 1
    return Shown(
        title=title_of(newest.regime),
        known=name_of(newest.regime) is not None,
        icon=_ICONS_OF_REGIMES.get(newest.regime, icon),
        tone=tone,
        amount=_amount(entry.total if several else newest.amount),
        note=_note(entry),
        facts=tuple(_facts(newest, several=several)),
        payments=tuple(
            (_period(payment), _day(payment.paid_on), _amount(payment.amount)) for payment in entry.payments
        )
        if several
        else (),
        report=f"{reverse('citizen:report')}?about=benefits&id={newest.id}",
    )


def _note(entry: Entry) -> str:
    if len(entry.payments) > 1:
        count = len(entry.payments)
        return ngettext("%(count)d payment", "%(count)d payments", count) % {"count": count}
    return _period(entry.newest) or _day(entry.newest.paid_on or entry.newest.decided_on)


def _facts(payment: Payment, *, several: bool) -> Iterable[Item]:
    """Only what is on record. Several payments share the decision; their days stand in the table."""
    if not several and not is_monthly(payment.regime):
        yield from _known(_("Period"), _period(payment), number=True)
    if not several:
        yield from _known(_("Paid on"), _day(payment.paid_on), number=True)
    yield from _known(_("Decision number"), payment.decision_number, data=True)
    yield from _known(_("Decision date"), _day(payment.decided_on), number=True)
    yield from _known(_("Paid by"), payment.payer, data=True)
    yield from _known(_("Account"), payment.account, number=True)
    yield from _known(_("Bank"), payment.bank, data=True)


def _known(label: str, value: str, *, data: bool = False, number: bool = False) -> Iterable[Item]:
    if value:
        yield Item(label, value, data=data, number=number)


def _period(payment: Payment) -> str:
    if payment.first and payment.last and payment.first != payment.last:
        return _("%(first)s to %(last)s") % {"first": day(payment.first), "last": day(payment.last)}
    return _day(payment.first or payment.last)


def _day(value: date | None) -> str:
    return day(value) if value else ""


def _amount(dong: int | None) -> str:
    return _("Amount not on record") if dong is None else money(dong)


def _nothing(tab: str) -> str:
    if tab == ALL:
        return _("No benefits received so far")
    return _("Nothing received: %(heading)s") % {"heading": group_name(tab)}
