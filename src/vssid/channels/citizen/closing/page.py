"""What goes, what stays and from when, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.accounts.closings import days_to_keep
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day
from vssid.ui.elements import Row


@dataclass(frozen=True, slots=True)
class Page:
    """``day``: on which the account closes; ``asked``: whether that was asked already."""

    day: str
    asked: bool
    goes: tuple[str, ...]
    stays: tuple[str, ...]


def drawn(closes_at: datetime | None, *, now: datetime) -> Page:
    closes = closes_at or now + days_to_keep()
    return Page(
        day=closing_day(closes),
        asked=closes_at is not None,
        goes=(
            _("Password, passkeys, authenticator app, link with VNeID"),
            _("Telephone number and e-mail address confirmed here, and notices to them"),
            _("Known devices and every session; copies saved on a device, at the next sign-in there"),
            _("Authorisations given and received, and a change of the payout account that waits"),
            _("Language, colours and other choices"),
        ),
        stays=(
            _("The insurance record: months, contributions, benefits, clinic visits"),
            _("Every right to benefits; they are paid into the same account as before"),
            _("Health insurance: the citizen card or a paper card from the office is shown at the clinic"),
            _("Papers already made, cases, and the log of who looked at the data, as the law asks"),
        ),
    )


def closing_day(closes_at: datetime | None) -> str:
    """Empty for an account that stays."""
    return day(closes_at.astimezone(VIETNAM).date()) if closes_at is not None else ""


def way_to_closing(closes_at: datetime | None) -> Row:
    """From other pages to this one."""
    note = _("It can be kept for some days after")
    if closes_at is not None:
        note = _("Closes on %(day)s unless it is kept") % {"day": closing_day(closes_at)}
    return Row(_("Close the account"), note, reverse("citizen:closing"), "lock", "man")
