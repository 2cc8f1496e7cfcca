"""What the report screens say, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.forms import Form
from django.utils.translation import gettext as _

from vssid.apps.audit.deadlines import answer_by
from vssid.apps.audit.selectors.entries import Entry, Who
from vssid.apps.audit.selectors.reports import ReportKind, ReportRow, ReportState
from vssid.apps.audit.vocabulary import DataGroup
from vssid.channels.citizen.access_log.wording import what_was_done, when_and_how, who_looked
from vssid.channels.citizen.data_groups import group_name
from vssid.channels.citizen.report.subject import Subject, page_of
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day
from vssid.kit.formats.sentences import listed
from vssid.ui.elements import Item, Row


def form_page(about: Subject, form: Form, *, today: date) -> dict[str, object]:
    """The context of the form's template."""
    return {
        "title": _("This was not me") if about.kind is ReportKind.NOT_ME else _("Report a mistake"),
        "form": form,
        "back": about.back,
        "action": about.address,
        "about": _about_entry(about.entry) if about.entry else _about_data(about.group),
        "own": about.entry is not None and about.entry.who is Who.SELF,
        "due": day(answer_by(today)),
    }


def rows(said: Iterable[ReportRow]) -> tuple[Row, ...]:
    return tuple(_row(report) for report in said)


def _about_data(group: DataGroup) -> tuple[Item, ...]:
    return (Item(_("About"), _sentence(group_name(group))),)


def _about_entry(entry: Entry) -> tuple[Item, ...]:
    at = entry.at.astimezone(VIETNAM)
    return (
        Item(_("Who"), who_looked(entry)),
        Item(_("What"), what_was_done(entry)),
        Item(_("When and how"), listed([day(at.date()), when_and_how(entry)])),
    )


def _row(report: ReportRow) -> Row:
    group = DataGroup(report.subject.partition(":")[0])
    waiting = report.state is ReportState.ASKED
    return Row(
        title=_title(report, group),
        note=report.words,
        quoted=True,
        url=page_of(group),
        lead=day(report.at.astimezone(VIETNAM).date()),
        icon="flag",
        tone="nghe" if waiting else "la",
        status_kind="warn" if waiting else "good",
        status=_("Asked. Answer by %(day)s") % {"day": day(report.answer_by)} if waiting else _("Answered"),
    )


def _title(report: ReportRow, group: DataGroup) -> str:
    sentence = _("Not me: %(data)s") if report.kind is ReportKind.NOT_ME else _("A mistake: %(data)s")
    return sentence % {"data": group_name(group)}


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
