"""What the inbox and one notice say, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.notifications.selectors.inbox import Inbox, InboxRow, OpenNotice
from vssid.apps.people.selectors.household import Household
from vssid.channels.citizen.inbox.places import address_of
from vssid.channels.citizen.inbox.words import LOOKS, about, clock_time, marked_up, sent_line
from vssid.domain.values.months import Month
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day_and_time, day_with_weekday, integer
from vssid.ui.elements import Link, Row


@dataclass(frozen=True, slots=True)
class Day:
    anchor: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """``chips`` is empty while there is one topic or none."""

    finding: str
    unread: int
    chips: tuple[Link, ...]
    days: tuple[Day, ...]
    older: str
    newest: str


@dataclass(frozen=True, slots=True)
class NoticePage:
    """``sent``: lines of evidence, how the notice was pointed at."""

    topic: str
    icon: str
    tone: str
    title: SafeString
    at: str
    about: str
    body: tuple[SafeString, ...]
    action: str
    url: str
    sent: tuple[str, ...]


def listed(found: Inbox, *, topic: str, last: Month | None, household: Household, today: date) -> ListPage:
    return ListPage(
        finding=_finding(found.unread),
        unread=found.unread,
        chips=_chips(found, topic) if len(found.topics) > 1 else (),
        days=tuple(_days(found.rows, household, today)),
        older=_address(topic=topic, to=str(found.older)) if found.older else "",
        newest=_address(topic=topic) if last is not None else "",
    )


def opened(found: OpenNotice, *, household: Household, today: date) -> NoticePage:
    icon, tone = LOOKS[found.row.topic]
    sent = (sent_line(line, today) for line in found.sent)
    url = address_of(found.action)
    return NoticePage(
        topic=_(found.row.topic.english),
        icon=icon,
        tone=tone,
        title=marked_up(found.row.title),
        at=day_and_time(found.row.at.astimezone(VIETNAM)),
        about=about(found.row, household),
        body=tuple(map(marked_up, found.text.body)),
        action=found.text.action_text if url else "",
        url=url,
        sent=tuple(line for line in sent if line),
    )


def row_of(notice: InboxRow, household: Household, *, when: str) -> Row:
    """A line of a list; ``when`` is written before the topic."""
    icon, tone = LOOKS[notice.topic]
    parts = [when, _(notice.topic.english), about(notice, household)]
    note = format_html_join(" · ", "{}", ((part,) for part in parts if part))
    return Row(
        title=marked_up(notice.title),
        note=note,
        url=reverse("citizen:notice", args=[notice.id]),
        icon=icon,
        tone=tone,
        unread=notice.unread,
    )


def _finding(unread: int) -> str:
    if not unread:
        return _("Everything is read")
    words = ngettext("%(count)s unread notice", "%(count)s unread notices", unread)
    return words % {"count": integer(unread)}


def _days(rows: Iterable[InboxRow], household: Household, today: date) -> Iterable[Day]:
    for on, several in groupby(rows, key=lambda row: row.at.astimezone(VIETNAM).date()):
        title = _("Today") if on == today else day_with_weekday(on)
        drawn = tuple(row_of(row, household, when=clock_time(row.at)) for row in several)
        yield Day(f"day-{on:%Y%m%d}", title, drawn)


def _chips(found: Inbox, topic: str) -> tuple[Link, ...]:
    everything = Link(_("All"), _address(), current=not topic)
    return (
        everything,
        *(Link(_(one.english), _address(topic=one), current=one == topic) for one in found.topics),
    )


def _address(**parameters: str) -> str:
    given = {name: value for name, value in parameters.items() if value}
    return reverse("citizen:inbox") + (f"?{urlencode(given)}" if given else "")
