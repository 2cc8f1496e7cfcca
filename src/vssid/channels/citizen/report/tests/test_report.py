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
from vssid.channels.citizen.tests.counting import MOST, statements
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
    assert "Asked. Answer by 4\xa0December 2026" in answer.text
    assert "Hôm đó tôi đi làm." in answer.text
    assert "Asked. Answer by 4\xa0December 2026" in browser.get("/me/access-log/").text
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
