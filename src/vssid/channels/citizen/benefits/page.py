"""What the page of benefits says, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.benefits.regimes import BenefitGroup
from vssid.apps.benefits.selectors.history import Payment
from vssid.apps.benefits.selectors.payouts import Payouts
from vssid.channels.citizen.benefits.entry import Shown, shown, title_of
from vssid.channels.citizen.benefits.payout import payout_rows
from vssid.channels.citizen.benefits.timeline import Year, total_of, years_of
from vssid.channels.citizen.whose import Whose
from vssid.kit.formats import compact_money, money, percent
from vssid.kit.formats.sentences import in_series, named
from vssid.ui.charts.bars import Amount, bar_chart
from vssid.ui.charts.rows import RowChart
from vssid.ui.elements import Link, Row

ALL = "all"
TABS = (ALL, *BenefitGroup)
_MOST_BARS = 12


@dataclass(frozen=True, slots=True)
class ShownYear:
    anchor: str
    title: str
    total: str
    entries: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A heading that says what the picture below it shows."""

    words: str
    chart: RowChart


@dataclass(frozen=True, slots=True)
class Page:
    """``years`` is empty when nothing was received; ``kinds`` and ``by_year`` are None below two bars."""

    tabs: tuple[Link, ...]
    label: str
    total: str
    note: str
    kinds: Finding | None
    by_year: Finding | None
    totals: tuple[tuple[str, int, str], ...]
    years: tuple[ShownYear, ...]
    payout: tuple[Row, ...]
    nothing: str
    anything_elsewhere: bool
    as_of: datetime | None
    everything: str
    file: str


def drawn(
    payments: Sequence[Payment], tab: str, account: Payouts, whose: Whose, *, as_of: datetime | None
) -> Page:
    """``payments`` latest first; ``tab`` one of :data:`TABS`."""
    wanted = [payment for payment in payments if tab in {ALL, payment.group}]
    years = years_of(wanted)
    return Page(
        tabs=_tabs(payments, tab, whose.address("benefits")),
        label=_("Received in all") if tab == ALL else _("Received under this heading"),
        total=money(total_of(wanted)),
        note=_extent(wanted),
        kinds=_kinds(wanted) if tab == ALL else None,
        by_year=_by_year(years),
        totals=tuple((_year_name(year), _count(year), money(year.total)) for year in years),
        years=tuple(_shown_year(year, whose) for year in years),
        payout=payout_rows(account),
        nothing=_nothing(tab),
        anything_elsewhere=bool(payments),
        as_of=as_of,
        everything=whose.address("benefits"),
        file=whose.address("benefits_file"),
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


def _tabs(payments: Sequence[Payment], current: str, address: str) -> tuple[Link, ...]:
    """The five headings always; "other" only when something stands there."""
    shown = [tab for tab in TABS if tab != BenefitGroup.OTHER or _any_other(payments) or tab == current]
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


def _kinds(payments: Sequence[Payment]) -> Finding | None:
    """The headings by what was received under each, the largest first."""
    sums = {group: total_of(one for one in payments if one.group is group) for group in BenefitGroup}
    bars = sorted(
        (Amount(group_name(group), amount) for group, amount in sums.items() if amount),
        key=lambda bar: -bar.amount,
    )
    if len(bars) < 2:
        return None
    whole = sum(bar.amount for bar in bars)
    words = _("%(kind)s: %(share)s of it") % {
        "kind": bars[0].name,
        "share": percent((200 * bars[0].amount + whole) // (2 * whole)),
    }
    return Finding(words, bar_chart(bars, label=_told(bars), wide=True))


def _by_year(years: Sequence[Year]) -> Finding | None:
    bars = [Amount(str(year.year), year.total) for year in years if year.year][:_MOST_BARS]
    if len(bars) < 2:
        return None
    most = max(bars, key=lambda bar: bar.amount)
    words = _("Most in %(year)s: %(amount)s") % {"year": most.name, "amount": compact_money(most.amount)}
    label = _("Amounts received by year. %(amounts)s.") % {"amounts": _told(bars)}
    return Finding(words, bar_chart(bars, label=label))


def _told(bars: Iterable[Amount]) -> str:
    return in_series(named(bar.name, compact_money(bar.amount)) for bar in bars)


def _year_name(year: Year) -> str:
    return str(year.year) if year.year else _("Without a date")


def _count(year: Year) -> int:
    return sum(len(entry.payments) for entry in year.entries)


def _shown_year(year: Year, whose: Whose) -> ShownYear:
    return ShownYear(
        anchor=f"year-{year.year or 'unknown'}",
        title=_year_name(year),
        total=money(year.total),
        entries=tuple(shown(entry, reported=not whose.name) for entry in year.entries),
    )


def _nothing(tab: str) -> str:
    if tab == ALL:
        return _("No benefits received so far")
    return _("Nothing received: %(heading)s") % {"heading": group_name(tab)}
