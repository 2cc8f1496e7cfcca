"""A person says "that was not me" of an entry, or "this is wrong" of an entry or a figure."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.audit.errors import TooManyReports, WordsTooLong
from vssid.apps.audit.event_numbers import event_number
from vssid.apps.audit.models import Report
from vssid.apps.audit.policies import subject_of
from vssid.apps.audit.ports import report_desk
from vssid.apps.audit.report_words import sealed_words
from vssid.apps.audit.selectors.entries import entry, entry_subject
from vssid.apps.audit.selectors.reports import ReportKind, ReportRow, ReportState, reports_of
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.vocabulary import Action, DataGroup, Purpose
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound
from vssid.kit.clock import VIETNAM

LONGEST_WORDS = 1000
OPEN_AT_ONCE = 50


def report_entry(
    *,
    actor: Actor,
    entry_id: str,
    kind: ReportKind,
    now: datetime,
    words: str = "",
    person_id: int | None = None,
) -> ReportRow:
    """Reports the entry of the log with that public id; NotFound when it is not the actor's to see."""
    if entry(actor, entry_id, now=now, person_id=person_id) is None:
        raise NotFound
    return _ask(actor, entry_subject(entry_id), kind, words, person_id, now)


def report_figure(
    *,
    actor: Actor,
    data_group: str,
    what: str,
    now: datetime,
    words: str = "",
    person_id: int | None = None,
) -> ReportRow:
    """Reports that a figure is wrong. ``what`` names it within its group: a month, a public id, a field."""
    subject = f"{DataGroup(data_group)}:{what}"
    return _ask(actor, subject, ReportKind.WRONG, words, person_id, now)


def report_event(*, actor: Actor, data_group: str, what: str, now: datetime) -> ReportRow:
    """Says "that was not me" of something the person was told of outside the log."""
    return _ask(actor, f"{DataGroup(data_group)}:{what}", ReportKind.NOT_ME, "", None, now)


def _ask(
    actor: Actor, subject: str, kind: ReportKind, words: str, person_id: int | None, now: datetime
) -> ReportRow:
    """Any level of assurance will do: whoever is signed in may say that something is wrong.

    Asking again about the same thing gives the report that stands.
    """
    if len(words) > LONGEST_WORDS:
        raise WordsTooLong(field="words", limit=LONGEST_WORDS, written=len(words))
    today = now.astimezone(VIETNAM).date()
    owner = subject_of(actor, person_id, on=today)
    waiting = [report for report in reports_of(owner) if report.state is ReportState.ASKED]
    for report in waiting:
        if report.subject == subject:
            return report
    if len(waiting) >= OPEN_AT_ONCE:
        raise TooManyReports(limit=OPEN_AT_ONCE)
    due = report_desk().answer_by(kind, asked_at=now)
    report = ReportRow(kind, ReportState.ASKED, subject, now, due, words, event_number(now))
    _write(actor, owner, report)
    return report


@transaction.atomic
def _write(actor: Actor, owner: int, report: ReportRow) -> None:
    Report.objects.create(
        person_id=owner,
        seq=report.seq,
        at=report.at,
        answer_by=report.answer_by,
        kind=report.kind,
        subject=report.subject,
        state=report.state,
        words_sealed=sealed_words(report.words, owner, report.seq),
    )
    record_access(
        actor=actor,
        person_id=owner,
        action=Action.CHANGE,
        data_group=DataGroup.REPORTS,
        purpose=Purpose.OWN if owner == actor.person_id else Purpose.GUARDIAN,
        now=report.at,
    )
    report_desk().take(actor=actor, person_id=owner, seq=report.seq, kind=report.kind, now=report.at)
