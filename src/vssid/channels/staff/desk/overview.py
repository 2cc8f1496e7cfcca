"""A day of the contact centre in figures, for the supervisor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from vssid.apps.assistant.selectors.desk_figures import Figures, Waits, desk_figures
from vssid.channels.staff.access import StaffRequest
from vssid.channels.staff.desk import wording
from vssid.channels.staff.desk.access import answering_staff
from vssid.channels.staff.desk.desk_page import tabs
from vssid.domain.values.problem import NotFound
from vssid.kit import clock
from vssid.kit.formats import day as told_day
from vssid.kit.formats import integer
from vssid.kit.formats.sentences import listed, named
from vssid.ui.charts.bars import Split, split_chart
from vssid.ui.charts.rows import RowChart
from vssid.ui.csv_file import csv_response
from vssid.ui.elements import Item, Link

_KEPT_DAYS = 90


@require_safe
@answering_staff
def overview(request: HttpRequest) -> HttpResponse:
    actor, day = cast("StaffRequest", request).actor, _day(request)
    figures = desk_figures(actor, day=day, now=clock.now())
    context = {
        "tabs": tabs(actor, "staff:desk_overview"),
        "day": told_day(day),
        "finding": _finding(figures),
        "days": [*_days(day)],
        "counts": _counts(figures),
        "by_language": _languages(figures),
        "by_hour": _hours(figures),
        "language_chart": _chart(_languages(figures), _("Typical wait by language, minutes and seconds")),
        "hour_chart": _chart(_hours(figures), _("Typical wait by the hour of asking, minutes and seconds")),
        "outcomes": _tally(figures.outcomes, wording.outcome),
        "call_outcomes": _tally(figures.call_outcomes, wording.call_outcome),
        "call_backs": _tally(figures.call_backs, wording.outcome),
        "resets": _tally(figures.resets, wording.decision),
        "file": f"{reverse('staff:desk_waits_file')}?{urlencode({'day': day.isoformat()})}",
    }
    return render(request, "staff/desk/overview.html", context)


@require_safe
@answering_staff
def waits_file(request: HttpRequest) -> HttpResponse:
    day = _day(request)
    figures = desk_figures(cast("StaffRequest", request).actor, day=day, now=clock.now())
    head = (_("By"), _("Calls and chats"), _("Typical wait, seconds"), _("Longest wait, seconds"))
    rows = [
        (
            group.code or group.name,
            group.waits.count,
            int(group.waits.typical.total_seconds()),
            int(group.waits.longest.total_seconds()),
        )
        for group in (*_languages(figures), *_hours(figures))
    ]
    return csv_response(f"waits-{day.isoformat()}", head, rows)


def _day(request: HttpRequest) -> date:
    """Today by default; NotFound for what is no day, or beyond what is kept."""
    today = clock.today()
    try:
        day = date.fromisoformat(request.GET.get("day", "") or today.isoformat())
    except ValueError as error:
        raise NotFound from error
    if not today - timedelta(days=_KEPT_DAYS) <= day <= today:
        raise NotFound
    return day


def _days(day: date) -> Iterator[Link]:
    """The day before and, unless it is today, the day after."""
    for other in (day - timedelta(days=1), day + timedelta(days=1)):
        if other <= clock.today():
            yield Link(told_day(other), f"?{urlencode({'day': other.isoformat()})}")


def _finding(figures: Figures) -> str:
    if figures.waits is None:
        return _("Nobody has asked for an officer")
    words = ngettext(
        "%(count)s has got an officer or left; the typical wait was %(typical)s",
        "%(count)s have got an officer or left; the typical wait was %(typical)s",
        figures.waits.count,
    )
    typical = wording.wait(figures.waits.typical)
    return words % {"count": integer(figures.waits.count), "typical": typical}


def _counts(figures: Figures) -> list[Item]:
    counts = [
        (_("Calls to the assistant"), figures.calls),
        (_("Calls handed over"), figures.handed_over_calls),
        (_("Chats handed over"), figures.handed_over_chats),
        (_("Call-backs asked for"), sum(figures.call_backs.values())),
        (_("Waiting now"), figures.waiting),
    ]
    items = [Item(label, integer(count), number=True) for label, count in counts]
    if figures.waits is not None:
        items.append(Item(_("Longest wait"), wording.wait(figures.waits.longest)))
    return items


@dataclass(frozen=True, slots=True)
class Group:
    """``code``: of a language, whose name stands in itself; empty for an hour."""

    name: str
    code: str
    waits: Waits

    @property
    def count(self) -> str:
        return integer(self.waits.count)

    @property
    def typical(self) -> str:
        return wording.on_a_clock(self.waits.typical)

    @property
    def longest(self) -> str:
        return wording.on_a_clock(self.waits.longest)


def _languages(figures: Figures) -> list[Group]:
    return [Group(wording.language(code), code, waits) for code, waits in figures.by_language.items()]


def _hours(figures: Figures) -> list[Group]:
    return [Group(_hour(hour), "", waits) for hour, waits in figures.by_hour.items()]


def _chart(groups: Sequence[Group], heading: str) -> RowChart | None:
    """None without anybody."""
    if not groups:
        return None
    told = listed(named(group.name, group.typical) for group in groups)
    splits = [
        Split(group.name, ((int(group.waits.typical.total_seconds()), ""),), group.typical)
        for group in groups
    ]
    return split_chart(splits, label=named(heading, told))


def _tally(counts: Mapping[str, int], words: Callable[[str], str]) -> list[Item]:
    return [Item(words(code), integer(count), number=True) for code, count in counts.items()]


def _hour(hour: int) -> str:
    return f"{hour:02}:00"
