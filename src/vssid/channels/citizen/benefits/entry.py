"""One benefit in words: what it is, what was paid, by which decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.benefits.regimes import BenefitGroup, name_of
from vssid.apps.benefits.selectors.history import Payment
from vssid.channels.citizen.benefits.timeline import Entry
from vssid.kit.formats import day, money
from vssid.ui.elements import Item

_ICONS = {
    BenefitGroup.LUMP_SUM: ("cash", ""),
    BenefitGroup.SHORT_TERM: ("stethoscope", "la"),
    BenefitGroup.ACCIDENT: ("heart-handshake", "man"),
    BenefitGroup.MONTHLY: ("calendar", ""),
    BenefitGroup.UNEMPLOYMENT: ("briefcase", "nghe"),
    BenefitGroup.OTHER: ("file-text", "none"),
}
_ICONS_OF_REGIMES = {"maternity": "baby-carriage", "maternity_lump_sum": "baby-carriage"}


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


def shown(entry: Entry, *, reported: bool) -> Shown:
    """``reported``: a mistake can be reported from here."""
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
        report=f"{reverse('citizen:report')}?about=benefits&id={newest.id}" if reported else "",
    )


def title_of(regime: str) -> str:
    """The regime's name; a code this release does not know speaks for itself."""
    name = name_of(regime)
    return _(name) if name else regime


def _note(entry: Entry) -> str:
    if len(entry.payments) > 1:
        count = len(entry.payments)
        return ngettext("%(count)d payment", "%(count)d payments", count) % {"count": count}
    return _period(entry.newest) or _day(entry.newest.paid_on or entry.newest.decided_on)


def _facts(payment: Payment, *, several: bool) -> Iterable[Item]:
    """Only what is on record. Several payments share the decision; their days stand in the table."""
    if not several:
        yield from _known(_("Period"), _period(payment), number=True)
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
