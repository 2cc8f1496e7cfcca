from datetime import date, datetime, timedelta

import pytest

from vssid.apps.audit.errors import TooManyReports, WordsTooLong
from vssid.apps.audit.models import AccessEvent, Report
from vssid.apps.audit.selectors.entries import entries
from vssid.apps.audit.selectors.reports import ReportKind, ReportState, reports
from vssid.apps.audit.services.report_entry import report_entry, report_figure
from vssid.apps.audit.tests.test_entries import CLINIC, LAN, MAI, record
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotFound

pytestmark = pytest.mark.django_db


def first_entry_id(now: datetime) -> str:
    return entries(LAN, now=now).days[0].entries[0].id


def test_not_me_is_shown_as_asked_with_its_day(now: datetime) -> None:
    record(CLINIC, now, "An Phú")
    said = report_entry(actor=LAN, entry_id=first_entry_id(now), kind=ReportKind.NOT_ME, now=now)
    assert said.answer_by == date(2026, 12, 7)
    [day] = entries(LAN, now=now - timedelta(0)).days
    shown = [row for row in day.entries if row.name == "An Phú"]
    assert [row.report for row in shown] == [said]
    assert said.state is ReportState.ASKED


def test_words_are_sealed(now: datetime) -> None:
    report_figure(actor=LAN, data_group="participation", what="2026-09", words="Tôi đã đi làm", now=now)
    row = Report.objects.get(person_id=7)
    assert "làm" not in row.words_sealed
    [said] = reports(LAN, now=now)
    assert (said.words, said.subject, said.kind) == (
        "Tôi đã đi làm",
        "participation:2026-09",
        ReportKind.WRONG,
    )


def test_asking_twice_is_one_report(now: datetime) -> None:
    for _ in range(2):
        report_figure(actor=LAN, data_group="card", what="valid_to", now=now)
    assert Report.objects.filter(person_id=7).count() == 1


def test_a_report_is_itself_logged(now: datetime) -> None:
    report_figure(actor=LAN, data_group="card", what="valid_to", now=now)
    [event] = AccessEvent.objects.filter(person_id=7)
    assert (event.action, event.data_group) == ("change", "reports")


@pytest.mark.parametrize("stranger", [MAI, Actor(kind=ActorKind.CITIZEN, person_id=8)])
def test_nobody_reports_for_another(stranger: Actor, now: datetime) -> None:
    record(CLINIC, now, "An Phú")
    entry_id = first_entry_id(now)
    for person_id in (None, 7):
        with pytest.raises(NotFound):
            report_entry(
                actor=stranger, entry_id=entry_id, kind=ReportKind.NOT_ME, now=now, person_id=person_id
            )


def test_an_entry_that_is_not_there(now: datetime) -> None:
    with pytest.raises(NotFound):
        report_entry(actor=LAN, entry_id="a" * 16, kind=ReportKind.WRONG, now=now)


def test_limits(now: datetime) -> None:
    with pytest.raises(WordsTooLong):
        report_figure(actor=LAN, data_group="card", what="x", words="a" * 1001, now=now)
    for number in range(50):
        report_figure(actor=LAN, data_group="card", what=str(number), now=now)
    with pytest.raises(TooManyReports):
        report_figure(actor=LAN, data_group="card", what="one more", now=now)
