"""The hot read: what it says, whom it refuses, what it costs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.cast.identities import Member
from tests.cast.people import citizen

from vssid.apps.accounts.api_tokens import token_for
from vssid.apps.healthcard.models import Card
from vssid.apps.participation.models import Span
from vssid.apps.participation.selectors.last_spans import LastSpan, last_spans
from vssid.kit import clock

SUMMARY = "/api/v1/me/summary"


@pytest.fixture
def bearer(now: datetime) -> Callable[[Member], Client]:
    def of(member: Member) -> Client:
        made = token_for(citizen(member), until=now + timedelta(minutes=10))
        return Client(headers={"authorization": f"Bearer {made}"})

    return of


def test_gives_the_card_and_the_last_spans(lan: Member, bearer: Callable[[Member], Client]) -> None:
    answer = bearer(lan).get(SUMMARY).json()
    assert answer["as_of"] == "2026-11-22"
    assert answer["card"] == {
        "number": "DN4010194000123",
        "state": "valid",
        "valid_from": "2026-01-01",
        "valid_to": "2026-12-31",
        "percent": 80,
        "facility_code": "01999",
        "five_year_date": "2025-10-01",
    }
    assert len(answer["spans"]) == 11
    owed = [span for span in answer["spans"] if span["status"] == "owed"]
    assert {span["fund"] for span in owed} == {"bhxh", "bhtn", "tnld"}
    assert {(span["from"], span["to"], span["salary"]) for span in owed} == {
        ("2026-09", "2026-09", 11_200_000)
    }


def test_two_statements_and_nothing_written(
    lan: Member, bearer: Callable[[Member], Client], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Once a second, sessions that were ended are asked for too."""
    browser = bearer(lan)
    browser.get(SUMMARY)
    with django_assert_num_queries(2):
        browser.get(SUMMARY)


def test_compiled_rows_are_those_of_the_models(lan: Member, now: datetime) -> None:
    person_id = lan.person_id
    compiled = last_spans(citizen(lan), person_id, today=clock.today())
    by_model = Span.objects.filter(person_id=person_id).order_by("position")[:12]
    assert compiled == [
        LastSpan(
            fund=row.fund,
            status=row.status,
            from_month=row.from_month,
            to_month=row.to_month,
            employer_code=row.employer_code,
            job_title=row.job_title,
            salary=row.salary,
        )
        for row in by_model
    ]


def test_says_there_is_no_card(lan: Member, mai: Member, bearer: Callable[[Member], Client]) -> None:
    assert bearer(mai).get(SUMMARY).json() == {"as_of": "2026-11-22", "card": None, "spans": []}


def test_the_same_answer_is_not_sent_twice(lan: Member, bearer: Callable[[Member], Client]) -> None:
    browser = bearer(lan)
    first = browser.get(SUMMARY)
    again = browser.get(SUMMARY, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    Card.objects.filter(person_id=lan.person_id).update(valid_to="2026-11-30")
    changed = browser.get(SUMMARY, headers={"if-none-match": first["ETag"]})
    assert changed.json()["card"]["state"] == "expiring"


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Basic abc", "Bearer abc", "Bearer ####", "Bearer " + "A" * 4000]
)
def test_a_bad_token_is_refused_by_name(db: None, header: str) -> None:
    answer = Client(headers={"authorization": header}).get(SUMMARY)
    assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
    assert (answer.json()["code"], answer["WWW-Authenticate"]) == ("token_invalid", "Bearer")


def test_an_altered_token_is_refused(lan: Member, now: datetime) -> None:
    made = token_for(citizen(lan), until=now + timedelta(minutes=10))
    altered = ("B" if made[0] == "A" else "A") + made[1:]
    assert Client(headers={"authorization": f"Bearer {altered}"}).get(SUMMARY).status_code == 401


def test_a_token_ends_after_ten_minutes(
    lan: Member, bearer: Callable[[Member], Client], now: datetime
) -> None:
    browser = bearer(lan)
    with clock.pinned(now + timedelta(minutes=9, seconds=59)):
        assert browser.get(SUMMARY).status_code == 200
    with clock.pinned(now + timedelta(minutes=10)):
        assert browser.get(SUMMARY).json()["code"] == "token_expired"


def test_other_methods_are_refused(lan: Member, bearer: Callable[[Member], Client]) -> None:
    answer = bearer(lan).post(SUMMARY)
    assert (answer.status_code, answer["Allow"], answer.json()["code"]) == (
        405,
        "GET, HEAD",
        "method_not_allowed",
    )


def test_an_unknown_address_answers_in_json(db: None) -> None:
    answer = Client().get("/api/v1/me/nothing")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_carries_the_headers_and_no_cookie(lan: Member, bearer: Callable[[Member], Client]) -> None:
    answer = bearer(lan).get(SUMMARY, headers={"x-request-id": "abcdefgh-1"})
    assert answer["X-Request-Id"] == "abcdefgh-1"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-cache"
    assert not answer.cookies
