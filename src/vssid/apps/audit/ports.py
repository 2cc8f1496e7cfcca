"""What the log asks of others: somebody who answers reports, and how roles of staff are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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


StaffWords = Callable[[str], Mapping[str, str]]
"""What the log wrote of a member of staff, told in each language."""


class _Parts:
    desk: ReportDesk | None = None
    staff_words: StaffWords | None = None


def join_report_desk(part: ReportDesk) -> None:
    """Called once at start by the project's wiring."""
    _Parts.desk = part


def join_staff_words(part: StaffWords) -> None:
    """As :func:`join_report_desk`."""
    _Parts.staff_words = part


def staff_words() -> StaffWords:
    if _Parts.staff_words is None:
        raise RuntimeError("nothing tells the roles of staff")
    return _Parts.staff_words


def report_desk() -> ReportDesk:
    if _Parts.desk is None:
        raise RuntimeError("no report desk is joined")
    return _Parts.desk
