"""The panel of notices: the unread ones of the inbox, and what the record itself gives rise to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.notifications.selectors.inbox import Unread
from vssid.apps.people.selectors.household import Household
from vssid.channels.citizen.inbox.page import row_of
from vssid.channels.citizen.inbox.words import clock_time
from vssid.domain.card.entitlement import CardFacts, CardState, state
from vssid.domain.card.places import change_window
from vssid.domain.card.state_wording import state_wording
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day
from vssid.kit.formats.sentences import told
from vssid.ui.elements import Row

_QUIET = frozenset({CardState.VALID})


def notices(unread: Unread, card: CardFacts | None, household: Household, today: date) -> tuple[Row, ...]:
    """The latest unread of the inbox; then what the card asks for and what can be done these days."""
    return (*_unread(unread, household, today), *_card(card, today), *_facility(card, today))


def _unread(unread: Unread, household: Household, today: date) -> Iterator[Row]:
    for notice in unread.latest:
        local = notice.at.astimezone(VIETNAM)
        when = clock_time(local) if local.date() == today else day(local.date())
        yield row_of(notice, household, when=when)


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
