"""What the log asks of others: somebody who answers reports."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from vssid.apps.audit.selectors.reports import ReportKind
from vssid.domain.values.actor import Actor


class ReportDesk(Protocol):
    """Takes every report over, in the transaction that stores it."""

    def answer_by(self, kind: ReportKind, *, asked_at: datetime) -> date:
        """The last day for the answer to a report made at ``asked_at``."""

    def take(self, *, actor: Actor, person_id: int, seq: int, kind: ReportKind, now: datetime) -> None:
        """The report ``(person_id, seq)`` is stored; from now on it is the desk's to have answered."""


class _Parts:
    desk: ReportDesk | None = None


def join_report_desk(part: ReportDesk) -> None:
    """Called once at start by the project's wiring."""
    _Parts.desk = part


def report_desk() -> ReportDesk:
    if _Parts.desk is None:
        raise RuntimeError("no report desk is joined")
    return _Parts.desk
