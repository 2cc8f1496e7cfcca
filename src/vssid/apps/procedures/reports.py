"""What cases about reports share: their subject is a report, and a decision is its answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vssid.apps.audit.selectors.reported import Reported, reported, reported_group
from vssid.apps.audit.selectors.reports import ReportRow
from vssid.apps.audit.services.answer_report import answer_report
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.estimates.selectors.kept import KeptEstimate, reported_estimate
from vssid.apps.procedures.kinds.kind import Decided
from vssid.domain.values.actor import Actor


def subject_of_report(person_id: int, seq: int) -> str:
    return f"{person_id},{seq}"


@dataclass(frozen=True, slots=True)
class EstimateReported:
    """A report about an estimate its owner kept: the officer sees the steps the person saw."""

    reported: Reported
    estimate: KeptEstimate

    @property
    def report(self) -> ReportRow:
        return self.reported.report


def report_matter(subject: str, now: datetime) -> Reported | EstimateReported:
    person_id, seq = place_of_report(subject)
    found = reported(person_id, seq, now=now)
    estimate = reported_estimate(person_id, found.thing)
    return EstimateReported(found, estimate) if estimate else found


def report_about(subject: str) -> DataGroup:
    return reported_group(*place_of_report(subject))


def answer(actor: Actor, decided: Decided) -> None:
    person_id, seq = place_of_report(decided.subject)
    answer_report(actor=actor, person_id=person_id, seq=seq)


def place_of_report(subject: str) -> tuple[int, int]:
    person_id, seq = map(int, subject.split(","))
    return person_id, seq
