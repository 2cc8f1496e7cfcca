"""One visit: what the fund paid, what was co-paid, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.directory.selectors.names import Names
from vssid.apps.visits.routes import reason_of
from vssid.apps.visits.selectors.visits import Bill, Line, Visit
from vssid.channels.citizen.visits.page import diagnosis, own_part, stay
from vssid.channels.citizen.whose import Whose
from vssid.domain.values.rates import PPM
from vssid.kit.discretion import private
from vssid.kit.formats import day, day_and_time, money, percent
from vssid.kit.formats.numbers import decimal
from vssid.ui.elements import Item

_ORDER = (
    "consultation", "examination", "bed", "test", "imaging",
    "procedure", "surgery", "operation", "drug", "medicine", "supply", "blood", "transport",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShownLine:
    """``name`` and ``unit`` are Vietnamese data; ``quantity`` is empty when the price of one is unknown."""

    name: str
    quantity: str
    unit: str
    price: str
    amount: str
    paid: str


@dataclass(frozen=True, slots=True)
class Kind:
    title: str
    lines: tuple[ShownLine, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """``reasons``: sentences that say why the amounts are as they are."""

    fund: str
    note: str
    facts: tuple[Item, ...]
    sums: tuple[Item, ...]
    reasons: tuple[str, ...]
    kinds: tuple[Kind, ...]
    report: str
    as_of: datetime | None
    back: str


def drawn(bill: Bill, names: Names, whose: Whose, *, as_of: datetime | None) -> Page:
    visit = bill.visit
    return Page(
        fund=money(visit.fund_paid or 0),
        note=_("You paid %(own)s") % {"own": money(own_part(visit))},
        facts=tuple(_facts(visit, names)),
        sums=tuple(_sums(visit)),
        reasons=tuple(reasons(bill)),
        kinds=_kinds(bill.lines),
        report=f"{reverse('citizen:report')}?about=visits&id={visit.id}",
        as_of=as_of,
        back=whose.address("visits"),
    )


def reasons(bill: Bill) -> Iterable[str]:
    """The route of the visit, the fund's share, then what the person was excused from or paid alone."""
    visit, shares = bill.visit, {line.rate_ppm for line in bill.lines if line.rate_ppm}
    route = reason_of(visit.route_code)
    if route:
        yield _(route)
    if len(shares) == 1:
        yield _share_sentence(shares.pop())
    elif shares:
        yield _("The fund's share differs from line to line and stands beside each.")
    if visit.exempt_copay:
        excused = {"amount": money(visit.exempt_copay)}
        yield (
            _("Of the co-payment, %(amount)s need not be paid: the limit of the year was reached.") % excused
        )
    if visit.self_paid:
        yield _("Health insurance does not cover %(amount)s of the costs.") % {
            "amount": money(visit.self_paid)
        }


def _share_sentence(share_ppm: int) -> str:
    if share_ppm == PPM:
        return _("The fund pays all of the covered costs.")
    return _("The fund pays %(fund)s of the covered costs; the co-payment is %(own)s.") % {
        "fund": _percent(share_ppm),
        "own": _percent(PPM - share_ppm),
    }


def _facts(visit: Visit, names: Names) -> Iterable[Item]:
    yield Item(_("Facility"), private(names.facility(visit.facility_code)) or _("Not on record"), data=True)
    if visit.department:
        yield Item(_("Department"), visit.department, data=True)
    yield from _times(visit)
    if diagnosis(visit):
        yield Item(_("Diagnosis"), diagnosis(visit), data=True)


def _times(visit: Visit) -> Iterable[Item]:
    """Both ends of a stay; of a visit within a day, the day."""
    if visit.admitted_at and stay(visit):
        yield Item(_("Admission date"), _moment(visit.admitted_at), number=True)
    if visit.discharged_at:
        label = _("Discharge date") if stay(visit) else _("Date of visit")
        yield Item(label, _moment(visit.discharged_at), number=True)


def _moment(value: datetime) -> str:
    """Midnight is how files say that only the day is known."""
    return day(value.date()) if value.time() == time() else day_and_time(value)


def _sums(visit: Visit) -> Iterable[Item]:
    amounts = (
        (_("Costs in all"), visit.total),
        (_("Paid by the fund"), visit.fund_paid),
        (_("Co-payment"), visit.copay),
        (_("Not covered, paid by you"), visit.self_paid),
        (_("Co-payment you need not pay"), visit.exempt_copay),
    )
    for label, amount in amounts:
        if amount is not None and (amount or label == amounts[0][0]):
            yield Item(label, money(amount), number=True)


def _kinds(lines: Sequence[Line]) -> tuple[Kind, ...]:
    ordered = sorted(lines, key=lambda line: _place(line.kind))
    return tuple(
        Kind(cost_kind(kind), tuple(map(_shown, members)))
        for kind, members in groupby(ordered, key=lambda line: line.kind)
    )


def _place(kind: str) -> tuple[int, str]:
    return (_ORDER.index(kind) if kind in _ORDER else len(_ORDER), kind)


def cost_kind(kind: str) -> str:
    """In the reader's language; other costs for a kind nobody named."""
    return {
        "consultation": _("Consultation"),
        "examination": _("Consultation"),
        "bed": _("Bed"),
        "test": _("Tests"),
        "imaging": _("Imaging"),
        "procedure": _("Procedures"),
        "surgery": _("Surgery"),
        "operation": _("Surgery"),
        "drug": _("Medicine"),
        "medicine": _("Medicine"),
        "supply": _("Supplies"),
        "blood": _("Blood"),
        "transport": _("Transport"),
    }.get(kind, _("Other costs"))


def _shown(line: Line) -> ShownLine:
    counted = line.quantity_milli is not None and line.unit_price is not None
    return ShownLine(
        name=line.name or line.code,
        quantity=decimal(Decimal(line.quantity_milli or 0) / 1000) if counted else "",
        unit=line.unit,
        price=_known(line.unit_price),
        amount=_known(line.amount),
        paid=_who_paid(line),
    )


def _who_paid(line: Line) -> str:
    if line.amount is None or line.fund_paid is None:
        return ""
    if not line.fund_paid:
        return _("Not paid by the fund")
    told = {
        "fund": money(line.fund_paid),
        "share": _percent(line.rate_ppm) if line.rate_ppm else "",
        "own": money(line.amount - line.fund_paid),
    }
    if not line.rate_ppm:
        return _("Fund paid %(fund)s · you paid %(own)s") % told
    return _("Fund paid %(fund)s (%(share)s) · you paid %(own)s") % told


def _known(dong: int | None) -> str:
    return "" if dong is None else money(dong)


def _percent(share_ppm: int) -> str:
    return percent(Decimal(share_ppm) / 10_000)
