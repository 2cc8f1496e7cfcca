"""What the access log says, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.audit.selectors.entries import OTHERS, OVERVIEW_DAYS, Day, EntriesPage, Entry, Overview, Who
from vssid.apps.audit.selectors.reports import ReportKind, ReportRow, ReportState
from vssid.apps.audit.vocabulary import DataGroup
from vssid.channels.citizen.access_log.wording import (
    what_for,
    what_was_done,
    when_and_how,
    who_looked,
    who_shown,
)
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day, day_with_weekday
from vssid.ui.elements import Link

NOT_ME, EVERYBODY = "others", "all"
# the person's own looks are many and no news: they are shown when asked for
CHOICES: dict[str, tuple[Who, ...]] = {NOT_ME: OTHERS, **{who: (who,) for who in Who}, EVERYBODY: tuple(Who)}
_ICONS = {
    Who.CLINICS: ("building-hospital", "la"),
    Who.AGENCY: ("building", ""),
    Who.EMPLOYERS: ("briefcase", "nghe"),
    Who.FAMILY: ("users", "nghe"),
    Who.SELF: ("user", "none"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry; ``state``/``state_kind`` say what became of a report about it, else ``ask`` offers one."""

    who: str
    icon: str
    tone: str
    what: str
    purpose: str
    how: str
    state: str
    state_kind: str
    state_icon: str
    ask: str
    ask_url: str


@dataclass(frozen=True, slots=True)
class ShownDay:
    anchor: str
    title: str
    entries: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Page:
    finding: str
    chips: tuple[Link, ...]
    days: tuple[ShownDay, ...]
    nothing: str
    newer: str
    older: str
    file_url: str


def drawn(found: EntriesPage, overview: Overview, who: str, *, today: date) -> Page:
    return Page(
        finding=finding(overview),
        chips=tuple(Link(_choice_name(one), _address(one), current=one == who) for one in CHOICES),
        days=tuple(_shown_day(one, today) for one in found.days),
        nothing=_nothing(who, found.number),
        newer=_address(who, found.number - 1) if found.number > 1 else "",
        older=_address(who, found.number + 1) if found.has_next else "",
        file_url=_with(reverse("citizen:access_log_file"), {"who": who}),
    )


def finding(overview: Overview) -> str:
    """How often others looked or changed something in 30 days; the person's own looks do not count."""
    if not overview.by_others:
        return _("Nobody else looked at or changed your data in the last %(days)d days.") % {
            "days": OVERVIEW_DAYS
        }
    looks = ngettext("%(count)d look or change", "%(count)d looks and changes", overview.by_others) % {
        "count": overview.by_others
    }
    places = ngettext("%(count)d place", "%(count)d places", overview.places) % {"count": overview.places}
    return _("%(days)d days: %(looks)s by %(places)s.") % {
        "days": OVERVIEW_DAYS,
        "looks": looks,
        "places": places,
    }


def file_head() -> Sequence[str]:
    return [_("Time"), _("Who"), _("What"), _("What for"), _("Case"), _("State")]


def file_row(entry: Entry) -> list[object]:
    return [
        f"{entry.at.astimezone(VIETNAM):%Y-%m-%d %H:%M:%S}",
        *(who_looked(entry), what_was_done(entry), what_for(entry), entry.case),
        state_of(entry.report) if entry.report else "",
    ]


def state_of(report: ReportRow) -> str:
    if report.state is ReportState.ANSWERED:
        return _("Answered")
    return _("Asked. Answer by %(day)s") % {"day": day(report.answer_by)}


def _shown_day(one: Day, today: date) -> ShownDay:
    return ShownDay(
        anchor=f"day-{one.day:%Y-%m-%d}",
        title=_day_name(one.day, today),
        entries=tuple(map(_shown, one.entries)),
    )


def _day_name(one: date, today: date) -> str:
    if one == today:
        return _("Today, %(day)s") % {"day": day(one)}
    if one == today - timedelta(days=1):
        return _("Yesterday, %(day)s") % {"day": day(one)}
    return day_with_weekday(one)


def _shown(entry: Entry) -> Shown:
    icon, tone = _ICONS[entry.who]
    kind = ReportKind.NOT_ME if entry.who in {Who.CLINICS, Who.SELF} else ReportKind.WRONG
    answered = entry.report is not None and entry.report.state is ReportState.ANSWERED
    return Shown(
        who=who_shown(entry),
        icon=icon,
        tone=tone,
        what=what_was_done(entry),
        purpose=what_for(entry),
        how=when_and_how(entry),
        state=state_of(entry.report) if entry.report else "",
        state_kind="good" if answered else "warn",
        state_icon="" if answered else "hourglass",
        ask=_("Not me") if kind is ReportKind.NOT_ME else _("This looks wrong"),
        ask_url=_with(
            reverse("citizen:report"), {"about": DataGroup.ACCESS_LOG, "id": entry.id, "kind": kind}
        ),
    )


def _choice_name(who: str) -> str:
    return {
        NOT_ME: _("Others"),
        EVERYBODY: _("Everybody"),
        Who.CLINICS: _("Clinics"),
        Who.AGENCY: _("Social insurance agency"),
        Who.EMPLOYERS: _("Employer"),
        Who.FAMILY: _("Family"),
        Who.SELF: _("Myself"),
    }[who]


def _nothing(who: str, number: int) -> str:
    if number > 1:
        return _("No older entries")
    return _("No entries yet") if who in {NOT_ME, EVERYBODY} else _("No entries of this group")


def _address(who: str, number: int = 1) -> str:
    values = ({} if who == NOT_ME else {"who": who}) | ({"page": str(number)} if number > 1 else {})
    return _with(reverse("citizen:access_log"), values)


def _with(address: str, values: dict[str, str]) -> str:
    return f"{address}?{urlencode(values)}" if values else address
