"""Funds, statuses and payers in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vssid.apps.directory.selectors.names import Names
from vssid.domain.ledger.entry import Fund, Scale, Status


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
