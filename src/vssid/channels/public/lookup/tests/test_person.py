"""Look-ups of a person: uniform answers and statements, puzzle, budgets, canaries, log."""

from __future__ import annotations

import logging
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings
from tests.cast.identities import Member
from tests.security.walker import puzzle_on, solved

from vssid.apps.audit.models import AccessEvent
from vssid.apps.directory.models import Province
from vssid.apps.healthcard.services.check_validity import Validity, check_validity
from vssid.apps.limits.errors import PuzzleUnsolved, TooManyLookups
from vssid.apps.limits.models import Counter
from vssid.apps.limits.services.admit_lookup import PERSONS_A_DAY, admit_lookup
from vssid.apps.limits.services.work_puzzle import LASTS, WAIT_WITHOUT_SCRIPT, new_puzzle, take_puzzle
from vssid.apps.notifications.models import Notice
from vssid.apps.people.models import OutsideQuestion
from vssid.apps.people.services.answer_questions import answer_questions
from vssid.kit import clock

pytestmark = pytest.mark.django_db

CALLER = "203.0.113.7"


def checked(number: str, full_name: str, member: Member, caller: str = CALLER) -> Validity | None:
    now = clock.now()
    puzzle = new_puzzle(caller=caller, now=now)
    return check_validity(
        caller=caller,
        number=number,
        full_name=full_name,
        born_on=member.born_on,
        puzzle=puzzle.token,
        answer=solved(puzzle),
        now=now,
    )


def test_a_valid_card_tells_its_end_and_a_masked_name_and_nothing_else(lan: Member) -> None:
    found = checked(lan.insurance_number, lan.name.lower(), lan)
    assert found is not None
    assert found.valid
    assert re.fullmatch(r"(\w… ?)+", found.masked_name)


def test_unknown_number_and_other_name_get_the_same_answer_by_the_same_statements(lan: Member) -> None:
    asked = ((lan.insurance_number, lan.name), (lan.insurance_number, "Ai Đó"), ("9999999999", "Ai Đó"))
    counted = []
    for place, (number, full_name) in enumerate(asked):
        # what was asked before changes the counting, not the answer
        Counter.objects.all().delete()
        with CaptureQueriesContext(connection) as statements:
            found = checked(number, full_name, lan, caller=f"198.51.100.{place}")
        counted.append((found is not None, _shapes(statements)))
    assert [found for found, _ in counted] == [True, False, False]
    assert counted[0][1] == counted[1][1] == counted[2][1]


def test_the_number_page_says_the_same_whoever_is_asked_for(client: Client, lan: Member) -> None:
    pages = {_ask_number(client, lan, name) for name in (lan.name, "Ai Đó")}
    assert len(pages) == 1
    assert lan.insurance_number not in pages.pop()


def test_the_number_goes_to_the_person_once_a_day_and_the_log_tells(client: Client, lan: Member) -> None:
    for name in (lan.name.upper(), "Ai Đó", lan.name):
        _ask_number(client, lan, name)
    assert OutsideQuestion.objects.count() == 3
    assert lan.name not in "".join(OutsideQuestion.objects.values_list("typed_sealed", flat=True))
    assert answer_questions(now=clock.now()) == 3
    assert not OutsideQuestion.objects.exists()
    assert Notice.objects.filter(person_id=lan.person_id, code="lookup.number").count() == 1
    noted = AccessEvent.objects.filter(person_id=lan.person_id, channel="public")
    assert {event.data_group for event in noted} == {"profile"}
    assert noted.count() == 2


def test_a_card_check_is_seen_by_the_holder_even_when_it_failed(lan: Member) -> None:
    checked(lan.insurance_number, "Ai Đó", lan)
    checked("9999999999", "Ai Đó", lan)
    assert answer_questions(now=clock.now()) == 2
    noted = AccessEvent.objects.filter(person_id=lan.person_id, channel="public")
    assert noted.values_list("data_group", flat=True).get() == "card"


def test_a_puzzle_is_taken_once_by_its_caller_in_its_time_with_its_answer(db: None) -> None:
    now = clock.now()
    puzzle = new_puzzle(caller=CALLER, now=now)
    answer = solved(puzzle)
    for caller, token, given, at in (
        ("198.51.100.1", puzzle.token, answer, now),
        (CALLER, puzzle.token + "A", answer, now),
        (CALLER, puzzle.token, answer + "0", now),
        (CALLER, puzzle.token, answer, now + LASTS + timedelta(seconds=1)),
        (CALLER, puzzle.token, "", now + WAIT_WITHOUT_SCRIPT - timedelta(seconds=1)),
        (CALLER, "", answer, now),
    ):
        with pytest.raises(PuzzleUnsolved):
            take_puzzle(caller=caller, token=token, answer=given, now=at)
    assert take_puzzle(caller=CALLER, token=puzzle.token, answer=answer, now=now)
    with pytest.raises(PuzzleUnsolved):
        take_puzzle(caller=CALLER, token=puzzle.token, answer=answer, now=now)
    waited = new_puzzle(caller=CALLER, now=now)
    assert not take_puzzle(caller=CALLER, token=waited.token, answer="", now=now + WAIT_WITHOUT_SCRIPT)


def test_walking_the_numbers_confirms_nobody_and_ends_soon(
    lan: Member, caplog: pytest.LogCaptureFixture, settings: Settings
) -> None:
    """The whole walk of ten thousand is nightly; the door closes long before."""
    at, passed, refused = clock.now(), 0, 0
    first = int(lan.insurance_number) - 20
    settings.CANARY_NUMBERS = [f"{first + 5:010d}"]
    with caplog.at_level(logging.WARNING, "vssid.security"):
        while refused <= 20:
            puzzle = new_puzzle(caller=CALLER, now=at)
            try:
                found = check_validity(
                    caller=CALLER,
                    number=f"{first + passed:010d}",
                    full_name="Nguyễn Văn An",
                    born_on=at.date(),
                    puzzle=puzzle.token,
                    answer=solved(puzzle),
                    now=at,
                )
            except TooManyLookups as refusal:
                refused += 1
                at += timedelta(seconds=min(300, int(str(refusal.details["retry_seconds"]))))
                continue
            assert found is None
            passed += 1
    assert passed <= PERSONS_A_DAY <= 100
    assert "canary number asked" in caplog.text
    assert CALLER not in caplog.text


def test_one_person_is_asked_for_only_so_often_by_however_many_callers(db: None) -> None:
    now, passed = clock.now(), 0
    for caller in (f"203.0.113.{last}" for last in range(30)):
        puzzle = new_puzzle(caller=caller, now=now)
        try:
            admit_lookup(caller=caller, about="x", puzzle=puzzle.token, answer=solved(puzzle), now=now)
            passed += 1
        except TooManyLookups:
            continue
    assert passed == 8


@pytest.mark.parametrize("typed", ["99999999999999/1/1", "1/1/99999999999999", "²/1/1990", "1990"])
def test_what_is_no_date_is_said_in_words(client: Client, db: None, typed: str) -> None:
    sent = {"full_name": "An", "born_on": typed, "number": "0123456789"}
    page = client.post("/lookup/card/", sent)
    assert page.status_code == 200
    assert b"id_born_on_error" in page.content


def test_the_card_page_answers_and_says_when_it_will_again(client: Client, lan: Member) -> None:
    answers = [_ask_card(client, lan) for _ in range(9)]
    assert all("Name, masked" in answer.content.decode() for answer in answers[:8])
    assert [answer.status_code for answer in answers] == [200] * 8 + [429]
    assert int(answers[8]["Retry-After"]) > 0
    assert "Too many look-ups" in answers[8].content.decode()


def _ask_card(client: Client, member: Member) -> HttpResponse:
    puzzle = puzzle_on(client.get("/lookup/card/").content.decode())
    sent = {
        "number": member.insurance_number,
        "full_name": member.name,
        "born_on": f"{member.born_on:%d/%m/%Y}",
        "puzzle": puzzle.token,
        "answer": solved(puzzle),
    }
    return client.post("/lookup/card/?hl=en", sent)  # type: ignore[return-value]


def _ask_number(client: Client, member: Member, full_name: str) -> str:
    Province.objects.get_or_create(
        code="001", since=date(2025, 7, 1), defaults={"name_vi": "Thành phố Hà Nội"}
    )
    puzzle = puzzle_on(client.get("/lookup/number/").content.decode())
    page = client.post(
        "/lookup/number/",
        {
            "province": "001",
            "full_name": full_name,
            "born_on": f"{member.born_on:%d/%m/%Y}",
            "puzzle": puzzle.token,
            "answer": solved(puzzle),
        },
    )
    assert page.status_code == 200
    assert "data-puzzle" not in page.content.decode()
    return re.sub(r'value="[\w-]{40,}"|nonce="[^"]+"', "", page.content.decode())


def _shapes(statements: CaptureQueriesContext) -> list[str]:
    """Kind and table of each statement; the name of a savepoint is a running number."""
    found = (
        re.match(r'(\w+)(?: INTO| FROM)?(?: "(\w+)"\."?|.*?FROM "(\w+)")?', one["sql"]) for one in statements
    )
    return [" ".join(filter(None, part.groups())) for part in found if part]
