"""A report is stored as asked, with the day an answer is due, and only about what is the person's own."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import citizen

from vssid.apps.audit.models import Report
from vssid.apps.audit.selectors.entries import entries
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.services.ask_person import ask_person
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.services.decide_case import decide_case
from vssid.apps.procedures.tests.officers import officer
from vssid.channels.citizen.tests.counting import MOST, statements
from vssid.domain.casework.states import Outcome
from vssid.domain.values.actor import Actor, ActorKind

FORM, ASKED = "/me/report/", "/me/report/asked/"
Browser = Callable[..., Client]


@pytest.fixture
def entry_id(lan: Member, now: datetime) -> str:
    """A clinic's look at Lan's card."""
    record_access(
        actor=Actor(kind=ActorKind.CLINIC, id="01001", channel="qr"),
        person_id=lan.person_id,
        action="read",
        data_group="card",
        purpose="treatment",
        now=now,
        actor_name="Phòng khám An Phú",
    )
    return entries(citizen(lan), now=now).days[0].entries[0].id


def test_not_me_is_stored_and_shown_with_its_day(lan: Member, signed_in: Browser, entry_id: str) -> None:
    browser = signed_in(lan)
    address = f"{FORM}?about=access_log&id={entry_id}&kind=not_me"
    form = browser.get(address)
    assert "Phòng khám An Phú" in form.text
    assert re.search(r'<input[^>]*value="not_me"[^>]*checked', form.text)
    answer = browser.post(address, {"kind": "not_me", "words": "Hôm đó tôi đi làm."}, follow=True)
    assert answer.redirect_chain == [(f"{ASKED}?stored=1", 302)]
    assert 'name="page" value="done/report"' in answer.text
    assert "done/report" not in browser.get(ASKED).text
    assert "Asked. Answer by 7\xa0December 2026" in answer.text
    assert "Hôm đó tôi đi làm." in answer.text
    assert "Asked. Answer by 7\xa0December 2026" in browser.get("/me/access-log/").text
    stored = Report.objects.get(person_id=lan.person_id)
    assert (stored.kind, stored.subject) == ("not_me", f"access_log:{entry_id}")
    assert "đi làm" not in stored.words_sealed


def test_a_mistake_in_a_figure_needs_words(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    address = f"{FORM}?about=participation&id=2026-09"
    refused = browser.post(address, {"words": "   "})
    assert "Say in a few words what is wrong." in refused.text
    assert "<title>Error:" in refused.text
    browser.post(address, {"words": "Tháng 9 tôi có đi làm."})
    stored = Report.objects.get(person_id=lan.person_id)
    assert (stored.kind, stored.subject) == ("wrong", "participation:2026-09")


def test_the_stranger_cannot_report_the_entry_of_another(
    mai: Member, signed_in: Browser, entry_id: str
) -> None:
    browser = signed_in(mai)
    address = f"{FORM}?about=access_log&id={entry_id}"
    assert browser.get(address).status_code == 404
    assert browser.post(address, {"kind": "wrong"}).status_code == 404
    assert not Report.objects.filter(person_id=mai.person_id).exists()


@pytest.mark.parametrize("address", [FORM, ASKED])
def test_a_visitor_is_sent_to_sign_in(client: Client, address: str) -> None:
    assert client.get(address)["Location"] == f"/accounts/login/?next={address}"


@pytest.mark.parametrize(
    "query", ["about=neighbours", "about=benefits&id=../x", "about=benefits&id=%00", "kind=angry"]
)
def test_garbage_is_named(lan: Member, signed_in: Browser, query: str) -> None:
    answer = signed_in(lan).get(f"{FORM}?{query}")
    assert answer.status_code == 400
    assert "unknown_value" in answer.text


def test_words_are_limited_and_the_method_is_known(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    long = browser.post(f"{FORM}?about=benefits", {"words": "a" * 1001})
    assert "at most 1000 characters" in long.text
    assert browser.put(FORM).status_code == 405
    assert browser.post(ASKED).status_code == 405


def test_nothing_reported_says_how(lan: Member, signed_in: Browser) -> None:
    assert "Nothing reported" in signed_in(lan).get(ASKED).text


def test_few_statements(lan: Member, signed_in: Browser, entry_id: str) -> None:
    browser = signed_in(lan)
    for address in (f"{FORM}?about=access_log&id={entry_id}", ASKED):
        assert len(statements(browser, address)) <= MOST


def test_a_question_is_answered_and_the_answer_read(
    lan: Member, tuan: Member, mai: Member, signed_in: Browser, now: datetime
) -> None:
    browser, at_work = signed_in(lan), officer(tuan)
    browser.post(f"{FORM}?about=participation&id=2026-09", {"words": "Tháng 9 tôi có đi làm."})
    number = case_number(Case.objects.get())
    found = re.search(rf"{ASKED}[a-z2-7]{{16}}/", browser.get(ASKED).text)
    assert found
    address = found[0]
    page = browser.get(address).text
    assert number in page
    assert "Asked. Answer by 7\xa0December 2026" in page
    assert "<form" not in page.partition("<main")[2]
    claim_case(actor=at_work, number=number, now=now)
    words = "Ai trả lương?"
    ask_person(actor=at_work, number=number, seen=2, question="which_figure", words=words, now=now)
    assert "Please answer by 7\xa0December 2026" in browser.get(ASKED).text
    asked = browser.get(address).text
    assert "Say which figure is wrong" in asked
    assert words in asked
    assert "Write the answer in a few words." in browser.post(address, {"words": " "}).text
    answer = browser.post(address, {"words": "Công ty Hoa Chanh."}, follow=True)
    assert "The office goes on with the report." in answer.text
    assert browser.post(address, {"words": "Lần nữa"}).status_code == 409
    decide_case(
        actor=at_work,
        number=number,
        seen=4,
        outcome=Outcome.APPROVED,
        reason="source_asked",
        words="Đơn vị sửa trước ngày 30/11.",
        now=now,
    )
    done = browser.get(address).text
    assert "Đơn vị sửa trước ngày 30/11." in done
    assert "They have been asked to correct it" in done
    assert tuan.name not in done
    assert "Answered" in browser.get(ASKED).text
    assert len(statements(browser, address)) <= MOST
    stranger = signed_in(mai)
    assert stranger.get(address).status_code == 404
    assert stranger.post(address, {"words": "x"}).status_code == 404
