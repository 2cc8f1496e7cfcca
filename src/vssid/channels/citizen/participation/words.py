"""Funds, statuses and payers in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vssid.apps.directory.selectors.names import Names
from vssid.domain.ledger.deadline import is_late
from vssid.domain.ledger.entry import Fund, Scale, Status
from vssid.domain.ledger.fold import Span


def tab_name(fund: Fund) -> str:
    return {
        Fund.BHXH: _("Social"),
        Fund.BHYT: _("Health"),
        Fund.BHTN: pgettext("kind of insurance", "Unemployment"),
        Fund.TNLD: _("Accident and disease"),
    }[fund]


def fund_name(fund: Fund) -> str:
    return {
        Fund.BHXH: _("Social insurance"),
        Fund.BHYT: _("Health insurance"),
        Fund.BHTN: _("Unemployment insurance"),
        Fund.TNLD: _("Occupational accident and disease insurance"),
    }[fund]


def status_name(status: Status) -> str:
    return {
        Status.PAID: _("Paid"),
        Status.OWED: _("Not paid"),
        Status.DEFERRED: _("Payment deferred by law"),
        Status.CREDITED: _("Counted without payment"),
        Status.EXEMPT: _("Exempt by treaty, not a gap"),
    }[status]


def span_status(span: Span, today: date) -> str:
    """As :func:`status_name`; what is owed is late only past its deadline (a span is parted there)."""
    if span.status is Status.OWED:
        return _("Late") if is_late(span.first, today) else _("Not due yet")
    return status_name(span.status)


@dataclass(frozen=True, slots=True)
class Payer:
    """``registered``: the name is data, as registered, and is not translated."""

    name: str
    registered: bool


def payer(employer_code: str, names: Names, scale: Scale | None = None) -> Payer:
    """Who pays: the unit by name, or the person."""
    if employer_code:
        return Payer(names.employer(employer_code), registered=True)
    if scale is Scale.VOLUNTARY:
        return Payer(_("Voluntary, paid by yourself"), registered=False)
    return Payer(_("No unit on record"), registered=False)
