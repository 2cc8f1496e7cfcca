"""Reports become cases: the port of audit, served from here."""

from __future__ import annotations

from datetime import date, datetime

from vssid.apps.audit.selectors.reports import ReportKind
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.reports import subject_of_report
from vssid.apps.procedures.services.open_case import open_case
from vssid.domain.casework.clock import started
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM

_KINDS = {ReportKind.NOT_ME: "report_not_me", ReportKind.WRONG: "report_mistake"}


class CaseDesk:
    """Each report opens a case of the person's office."""

    def answer_by(self, kind: ReportKind, *, asked_at: datetime) -> date:
        due = started(asked_at, kind_of(_KINDS[kind]).term).due_at
        return due.astimezone(VIETNAM).date()

    def take(self, *, actor: Actor, person_id: int, seq: int, kind: ReportKind, now: datetime) -> None:
        subject = subject_of_report(person_id, seq)
        open_case(actor=actor, kind=_KINDS[kind], subject=subject, person_id=person_id, now=now)
