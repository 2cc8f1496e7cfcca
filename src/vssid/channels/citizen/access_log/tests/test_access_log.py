"""The log is the person's own, says who looked and what for, and leaves as a file that runs nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.cast.identities import Member

from vssid.apps.audit.models import AccessEvent
from vssid.apps.audit.services.record_access import record_access
from vssid.channels.citizen.tests.counting import MOST, statements
from vssid.domain.values.actor import Actor, ActorKind

LOG = "/me/access-log/"
Browser = Callable[..., Client]

CLINIC = Actor(kind=ActorKind.CLINIC, id="01001", channel="qr")
OFFICER = Actor(kind=ActorKind.OFFICER, id="pseudonym-7", channel="staff", case="01-2026-004417")
EMPLOYER = Actor(kind=ActorKind.EMPLOYER, id="TZ0101Z", channel="employer")


@pytest.fixture
def looked_at(lan: Member, now: datetime) -> Member:
    """Lan: a clinic, an officer and her employer looked at her data, the clinic once more two months ago."""
    for actor, name, group, purpose, ago in (
        (CLINIC, "Phòng khám An Phú", "card", "treatment", timedelta(hours=1)),
        (OFFICER, "Cán bộ, BHXH cơ sở Hồ Sen", "participation", "claim_review", timedelta(days=2)),
        (EMPLOYER, "Công ty TNHH May Hoa Chanh", "participation", "declaration", timedelta(days=2, hours=1)),
        (CLINIC, "Phòng khám An Phú", "card", "treatment", timedelta(days=60)),
    ):
        record_access(
            actor=actor,
            person_id=lan.person_id,
            action="read",
            data_group=group,
            purpose=purpose,
            now=now - ago,
            actor_name=name,
        )
    return lan


def test_the_finding_counts_others_of_the_last_thirty_days(looked_at: Member, signed_in: Browser) -> None:
    page = signed_in(looked_at).get(LOG)
    assert "<h2>30 days: 3 looks and changes by 3 places.</h2>" in page.text
    assert page.text.count("Phòng khám An Phú</span></b>") == 2
    assert "Today, 22\xa0November 2026" in page.text
    assert "08:00 · by scanning the code" in page.text
    assert "case 01-2026-004417" in page.text


def test_the_role_of_staff_is_told_in_the_readers_language(looked_at: Member, signed_in: Browser) -> None:
    """The log keeps it in Vietnamese; only the office stays so."""
    browser = signed_in(looked_at)
    assert '<b>Officer, <span lang="vi" translate="no">BHXH cơ sở Hồ Sen</span></b>' in browser.get(LOG).text
    assert '"Officer, BHXH cơ sở Hồ Sen"' in browser.get(f"{LOG}access-log.csv").text


def test_a_chip_narrows_the_log(looked_at: Member, signed_in: Browser) -> None:
    page = signed_in(looked_at).get(LOG, {"who": "employers"})
    assert "Công ty TNHH May Hoa Chanh" in page.text
    assert "Phòng khám An Phú" not in page.text


def test_own_looks_are_shown_when_asked_for(looked_at: Member, signed_in: Browser) -> None:
    browser = signed_in(looked_at)
    browser.get(LOG)
    assert "<b>Myself</b>" not in browser.get(LOG).text
    assert "<b>Myself</b>" in browser.get(LOG, {"who": "self"}).text
    everybody = browser.get(LOG, {"who": "all"}).text
    assert "<b>Myself</b>" in everybody
    assert "Phòng khám An Phú" in everybody


def test_opening_the_log_is_written_once_a_session(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    for _ in range(2):
        assert browser.get(LOG).status_code == 200
    rows = AccessEvent.objects.filter(person_id=lan.person_id, data_group="access_log")
    assert [row.purpose for row in rows] == ["own"]


def test_the_stranger_sees_nothing_of_it(looked_at: Member, mai: Member, signed_in: Browser) -> None:
    page = signed_in(mai).get(LOG)
    assert "Phòng khám An Phú" not in page.text
    assert "Nobody else looked at or changed your data in the last 30 days." in page.text


def test_a_visitor_is_sent_to_sign_in_and_back(client: Client) -> None:
    answer = client.get(LOG)
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?next=/me/access-log/")


@pytest.mark.parametrize("query", ["who=neighbours", "page=0", "page=x", "page=99999999999999", "who=%00"])
def test_garbage_is_named(lan: Member, signed_in: Browser, query: str) -> None:
    answer = signed_in(lan).get(f"{LOG}?{query}")
    assert answer.status_code == 400
    assert "unknown_value" in answer.text


def test_only_reading_is_allowed(lan: Member, signed_in: Browser) -> None:
    assert signed_in(lan).post(LOG).status_code == 405


def test_the_log_is_read_in_pages(lan: Member, signed_in: Browser, now: datetime) -> None:
    for minutes in range(1, 53):
        record_access(
            actor=CLINIC,
            person_id=lan.person_id,
            action="read",
            data_group="card",
            purpose="treatment",
            now=now - timedelta(minutes=minutes),
            actor_name=f"Trạm y tế số {minutes}",
        )
    browser = signed_in(lan)
    first, second = browser.get(LOG), browser.get(LOG, {"page": "2"})
    assert "Trạm y tế số 50<" in first.text
    assert "Trạm y tế số 51<" not in first.text
    assert "Trạm y tế số 52<" in second.text
    assert f'href="{LOG}?page=2"' in first.text
    assert "No older entries" in browser.get(LOG, {"page": "3"}).text


def test_the_file_has_what_is_shown_and_runs_no_formula(
    looked_at: Member, signed_in: Browser, now: datetime
) -> None:
    record_access(
        actor=CLINIC,
        person_id=looked_at.person_id,
        action="read",
        data_group="card",
        purpose="treatment",
        now=now,
        actor_name='=HYPERLINK("http://evil.example")',
    )
    answer = signed_in(looked_at).get(f"{LOG}access-log.csv")
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert answer["Content-Disposition"] == 'attachment; filename="vssid-access-log.csv"'
    assert rows[0] == ["Time", "Who", "What", "What for", "Case", "State"]
    assert len(rows) == 1 + 5
    assert any(row[1].startswith("'=HYPERLINK") for row in rows)


@pytest.mark.parametrize("address", [LOG, f"{LOG}access-log.csv"])
def test_few_statements(looked_at: Member, signed_in: Browser, address: str) -> None:
    browser = signed_in(looked_at)
    assert len(statements(browser, address)) <= MOST, "the first visit writes the look and the session"
    assert len(statements(browser, address)) <= 8
