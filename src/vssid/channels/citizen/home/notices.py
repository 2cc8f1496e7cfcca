"""Notices that the record itself gives rise to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.documents.selectors.own_papers import IssuedPaper
from vssid.domain.card.entitlement import CardFacts, CardState, state
from vssid.domain.card.places import change_window
from vssid.domain.card.state_wording import state_wording
from vssid.domain.ledger.entry import Fund
from vssid.domain.ledger.late import late_months, unpaid_by_employer
from vssid.domain.ledger.months import Ledger
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day, months_counted
from vssid.kit.formats.sentences import told
from vssid.ui.elements import Row

_QUIET = frozenset({CardState.VALID})


def notices(
    card: CardFacts | None, ledger: Ledger, paper: IssuedPaper | None, today: date
) -> tuple[Row, ...]:
    """The gravest first: what is owed, what the card asks for, what can be done these days, what is new."""
    return (*_late(ledger, today), *_card(card, today), *_facility(card, today), *_paper(paper))


def _late(ledger: Ledger, today: date) -> Iterator[Row]:
    late = late_months(ledger, today)
    if not late:
        return
    first_fund = next(fund for fund in Fund if any(fund in one.funds for one in late))
    months = len({one.month for one in late})
    employers = len({unpaid.employer_code for unpaid in unpaid_by_employer(ledger, today)})
    yield Row(
        title=_("%(months)s not paid in time") % {"months": months_counted(months)},
        note=ngettext("By %(count)s unit", "By %(count)s units", employers) % {"count": employers},
        url=f"{reverse('citizen:participation')}?fund={first_fund}#unpaid",
        icon="alert-circle",
        tone="gach",
    )


def _card(card: CardFacts | None, today: date) -> Iterator[Row]:
    if card is None or state(card, today) in _QUIET:
        return
    words = state_wording(card, today)
    yield Row(
        title=told(words.finding),
        note=told(words.to_do),
        url=reverse("citizen:card"),
        icon="id-badge-2",
        tone="nghe",
    )


def _facility(card: CardFacts | None, today: date) -> Iterator[Row]:
    """The initial facility may be changed in the first days of a quarter."""
    window = change_window(today)
    if card is None or not window.open_on(today):
        return
    yield Row(
        title=_("You can choose another initial facility"),
        note=_("Until %(day)s. Ask your employer or social-insurance office.") % {"day": day(window.last)},
        url=reverse("citizen:card"),
        icon="building-hospital",
        tone="la",
    )


def _paper(paper: IssuedPaper | None) -> Iterator[Row]:
    if paper is None:
        return
    issued_on = paper.issued_at.astimezone(VIETNAM).date()
    yield Row(
        title=_(paper.kind.english),
        note=_("Issued on %(day)s. Anybody you give it to can check its code.") % {"day": day(issued_on)},
        url=reverse("citizen:statement"),
        icon="file-check",
    )
