"""What the report screens say, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.audit.ports import report_desk
from vssid.apps.audit.selectors.entries import Entry, Who
from vssid.apps.audit.selectors.reports import ReportKind, ReportRow, ReportState
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.procedures.selectors.history import Step
from vssid.apps.procedures.selectors.own_cases import OwnCase
from vssid.channels.citizen.access_log.wording import (
    what_was_done,
    when_and_how,
    who_shown,
)
from vssid.channels.citizen.data_groups import group_name
from vssid.channels.citizen.report.subject import Subject, page_of
from vssid.domain.casework.transitions import Act
from vssid.domain.values.problem import marked
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day, day_and_time
from vssid.kit.formats.sentences import listed
from vssid.kit.languages import spoken
from vssid.ui.elements import Item, Row


def form_page(about: Subject, form: Form, *, now: datetime) -> dict[str, object]:
    """The context of the form's template."""
    return {
        "title": _("This was not me") if about.kind is ReportKind.NOT_ME else _("Report a mistake"),
        "form": form,
        "back": about.back,
        "action": about.address,
        "about": _about_entry(about.entry) if about.entry else _about_data(about.group),
        "own": about.entry is not None and about.entry.who is Who.SELF,
        "due": day(report_desk().answer_by(about.kind, asked_at=now)),
    }


def rows(said: Iterable[ReportRow], cases: Iterable[OwnCase]) -> tuple[Row, ...]:
    by_report = {case.report_seq: case for case in cases}
    return tuple(_row(report, by_report.get(report.seq)) for report in said)


def request_rows(cases: Iterable[OwnCase]) -> tuple[Row, ...]:
    """Requests about data; their words stand in the history of each."""
    return tuple(_request_row(case) for case in cases if case.asked_here)


def report_page(report: ReportRow, case: OwnCase, form: Form) -> dict[str, object]:
    """The context of one report's page: what was said, asked, answered."""
    group = DataGroup(report.subject.partition(":")[0])
    about = Item(_("About"), _sentence(group_name(group)), action=_("Open"), url=page_of(group))
    return {
        **_case_page(case, form),
        "title": _title(report, group),
        "facts": [*_facts(case), about],
        "words": report.words,
        "status": _state(report, case),
    }


def request_page(case: OwnCase, form: Form) -> dict[str, object]:
    """The same page for a request about data."""
    basis = Item(_("Legal basis"), case.kind.cited, data=True)
    return {
        **_case_page(case, form),
        "title": spoken(case.kind.titles),
        "facts": [*_facts(case), basis],
        "words": "",
        "status": _request_state(case),
    }


def _facts(case: OwnCase) -> tuple[Item, ...]:
    return (
        Item(_("Report number"), case.number, number=True),
        Item(_("Sent on"), day(case.sent_on)),
    )


def _case_page(case: OwnCase, form: Form) -> dict[str, object]:
    return {
        "question": case.question,
        "question_words": spoken(case.question.reason) if case.question else "",
        "until": day(case.answer_until) if case.answer_until else "",
        "answer": case.answer,
        "answer_words": spoken(case.answer.reason) if case.answer else "",
        "answered_on": day(case.answer.at.astimezone(VIETNAM).date()) if case.answer else "",
        "form": form,
        "history": [_step(step) for step in case.history],
    }


_STEPS = {
    Act.SUBMIT: marked("Sent"),
    Act.ASK: marked("The office asked"),
    Act.ANSWER: marked("You answered"),
    Act.DECIDE: marked("The office answered"),
    Act.CONFIRM: marked("The office answered"),
    Act.WITHDRAW: marked("Report withdrawn"),
}


def _step(step: Step) -> Row:
    at = step.at.astimezone(VIETNAM)
    note, said = step.words or spoken(step.reason), bool(step.words)
    return Row(_(_STEPS[step.act]), note=note, quoted=said, lead=day_and_time(at), icon="clock")


def _about_data(group: DataGroup) -> tuple[Item, ...]:
    return (Item(_("About"), _sentence(group_name(group))),)


def _about_entry(entry: Entry) -> tuple[Item, ...]:
    at = entry.at.astimezone(VIETNAM)
    return (
        Item(_("Who"), who_shown(entry)),
        Item(_("What"), what_was_done(entry)),
        Item(_("When and how"), listed([day(at.date()), when_and_how(entry)])),
    )


def _row(report: ReportRow, case: OwnCase | None) -> Row:
    group = DataGroup(report.subject.partition(":")[0])
    kind, status = _state(report, case)
    return Row(
        title=_title(report, group),
        note=report.words,
        quoted=True,
        url=reverse("citizen:report_case", args=[case.id]) if case else page_of(group),
        lead=day(report.at.astimezone(VIETNAM).date()),
        icon="flag",
        tone="la" if kind == "good" else "nghe",
        status_kind=kind,
        status=status,
    )


def _request_row(case: OwnCase) -> Row:
    kind, status = _request_state(case)
    return Row(
        title=spoken(case.kind.titles),
        note=case.number,
        url=reverse("citizen:report_case", args=[case.id]),
        lead=day(case.sent_on),
        icon="flag",
        tone="la" if kind == "good" else "nghe",
        status_kind=kind,
        status=status,
    )


def _request_state(case: OwnCase) -> tuple[str, str]:
    if case.question and case.answer_until:
        return "bad", _("Please answer by %(day)s") % {"day": day(case.answer_until)}
    if case.due_on:
        return "warn", _("Asked. Answer by %(day)s") % {"day": day(case.due_on)}
    return "good", _("Answered")


def _state(report: ReportRow, case: OwnCase | None) -> tuple[str, str]:
    """Kind and words of the status. The day moves when the clock has stood while something was asked."""
    if report.state is ReportState.ANSWERED:
        return "good", _("Answered")
    if case and case.question and case.answer_until:
        return "bad", _("Please answer by %(day)s") % {"day": day(case.answer_until)}
    due = case.due_on if case and case.due_on else report.answer_by
    return "warn", _("Asked. Answer by %(day)s") % {"day": day(due)}


def _title(report: ReportRow, group: DataGroup) -> str:
    sentence = _("Not me: %(data)s") if report.kind is ReportKind.NOT_ME else _("A mistake: %(data)s")
    return sentence % {"data": group_name(group)}


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
