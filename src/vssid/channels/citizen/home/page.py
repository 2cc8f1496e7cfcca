"""What home says, in the reader's language: the card, the year's months, what is late, what to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.notifications.selectors.inbox import Unread
from vssid.apps.people.selectors.household import Household
from vssid.channels.citizen.cells import drawn_strip
from vssid.channels.citizen.health_card import face
from vssid.channels.citizen.home.late import LateNotice, late_notice
from vssid.channels.citizen.home.notices import notices
from vssid.channels.citizen.papers.page import way_to_papers
from vssid.domain.card.entitlement import USABLE, CardFacts, state
from vssid.domain.card.state_wording import state_wording
from vssid.domain.ledger.grid import Cell, CellState, year_strip
from vssid.domain.ledger.late import late_months
from vssid.domain.ledger.months import Ledger
from vssid.kit.formats import day_with_weekday
from vssid.kit.formats.sentences import told
from vssid.ui.card import CardFace
from vssid.ui.elements import Row, Task
from vssid.ui.months import Cell as DrawnCell


@dataclass(frozen=True, slots=True)
class Months:
    """``cells`` is empty for somebody nothing was ever posted for."""

    title: str
    cells: tuple[DrawnCell, ...]
    late: LateNotice | None


@dataclass(frozen=True, slots=True)
class Page:
    """``card`` is None when there is none; ``no_card`` then says so and what to do."""

    called: str
    day: str
    card: CardFace | None
    no_card: tuple[str, str]
    months: Months
    tasks: tuple[Task, ...]
    more: tuple[Row, ...]
    notices: tuple[Row, ...]
    unread: int
    as_of: datetime | None


def drawn(
    *,
    household: Household,
    card: CardFacts | None,
    ledger: Ledger,
    unread: Unread,
    today: date,
    as_of: datetime | None,
) -> Page:
    holder = household.own
    usable = card is not None and state(card, today) in USABLE
    absent = state_wording(None, today)
    return Page(
        called=holder.called,
        day=day_with_weekday(today),
        card=face(card, holder, today=today) if card else None,
        no_card=(told(absent.finding), told(absent.to_do)),
        months=_months(ledger, today, card_usable=usable),
        tasks=_tasks(),
        more=_more(),
        notices=notices(unread, card, household, today),
        unread=unread.count,
        as_of=as_of,
    )


def _months(ledger: Ledger, today: date, *, card_usable: bool) -> Months:
    cells = year_strip(ledger, today.year, today) if ledger.spells else []
    return Months(
        title=finding_of_the_year(today.year, cells),
        cells=drawn_strip(cells),
        late=late_notice(late_months(ledger, today), card_usable=card_usable),
    )


def finding_of_the_year(year: int, cells: Sequence[Cell]) -> str:
    """The heading over the strip, true for what the strip shows."""
    counted = sum(cell.counted for cell in cells)
    exempt = sum(cell.state is CellState.EXEMPT for cell in cells)
    if exempt and not counted:
        words = ngettext(
            "%(year)s: %(count)s month exempt by treaty",
            "%(year)s: %(count)s months exempt by treaty",
            exempt,
        )
        return words % {"year": year, "count": exempt}
    if any(cell.state is not CellState.FUTURE for cell in cells):
        words = ngettext("%(year)s: %(count)s month paid", "%(year)s: %(count)s months paid", counted)
        return words % {"year": year, "count": counted}
    return _("Your months") if cells else _("No month is on record yet")


def _tasks() -> tuple[Task, ...]:
    return (
        Task(_("Months paid"), reverse("citizen:participation"), "calendar"),
        Task(_("Benefits received"), reverse("citizen:benefits"), "cash", "nghe"),
        Task(_("Clinic visits"), reverse("citizen:visits"), "stethoscope", "la"),
        Task(_("Who looked at my data"), reverse("citizen:access_log"), "eye-check", "man"),
    )


def _more() -> tuple[Row, ...]:
    """What is wanted now and then: at the end of the page, in one quiet list."""
    return (
        Row(
            _("Estimates"),
            _("Pension, job loss, child, illness: what might be due"),
            reverse("citizen:estimates"),
            "calculator",
        ),
        way_to_papers(),
        Row(_("My particulars"), _("Numbers, contact on file, settings"), reverse("citizen:profile"), "user"),
    )
