"""What cases about reports share: their subject is a report, and a decision is its answer."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.audit.selectors.reported import Reported, reported, reported_group
from vssid.apps.audit.services.answer_report import answer_report
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.procedures.kinds.kind import Decided
from vssid.domain.values.actor import Actor


def subject_of_report(person_id: int, seq: int) -> str:
    return f"{person_id},{seq}"


def report_matter(subject: str, now: datetime) -> Reported:
    return reported(*_place(subject), now=now)


def report_about(subject: str) -> DataGroup:
    return reported_group(*_place(subject))


def answer(actor: Actor, decided: Decided) -> None:
    person_id, seq = _place(decided.subject)
    answer_report(actor=actor, person_id=person_id, seq=seq)


def _place(subject: str) -> tuple[int, int]:
    person_id, seq = map(int, subject.split(","))
    return person_id, seq
