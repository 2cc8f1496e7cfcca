"""The chat as a form: sources, own facts, choices, people; whose chat it is, and what is left of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of

from vssid.apps.accounts.models import ResetAttempt
from vssid.apps.accounts.resets import Decision, Door
from vssid.apps.accounts.tests.test_reset import decided
from vssid.apps.assistant import answering
from vssid.apps.assistant.answers import Answer, Choice, Entry, Found, Nothing, Reason
from vssid.apps.assistant.models import CallBack, Conversation, HandOver
from vssid.apps.assistant.selectors.transcript import transcript
from vssid.apps.assistant.services.add_turn import add_turn
from vssid.apps.assistant.services.answer_turn import TURNS
from vssid.apps.assistant.services.ask_person import HAND_OVERS
from vssid.apps.assistant.services.give_back import give_back
from vssid.apps.assistant.services.offer_new_way import offer_new_way
from vssid.apps.assistant.services.request_call_back import take_call_back
from vssid.apps.assistant.services.take_hand_over import close_hand_over, take_hand_over
from vssid.apps.assistant.vocabulary import By
from vssid.apps.audit.models import AccessEvent
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit import clock

pytestmark = [pytest.mark.usefixtures("texts"), pytest.mark.django_db(transaction=True)]
CHAT, SAID, PERSON, KEEP, KEPT, END, BACK, NEW_WAY = (
    f"/help/chat/{part}"
    for part in ("", "said/", "person/", "keep/", "kept/", "end/", "call-back/", "new-way/")
)
FOUND: dict[str, Found] = {
    "how many years": Answer("d1", "How many years?"),
    "years": Choice((Entry("d1", "How many years?"), Entry("b1", "Months missing?"))),
    "officer": Nothing(Reason.PERSON_WANTED),
    "weather": Nothing(Reason.OFF_TOPIC),
}
OFFICER = Actor(kind=ActorKind.OFFICER, id="o-1", roles=frozenset({"officer"}), office="00101")
Browser = Callable[..., Client]


@pytest.fixture(autouse=True)
def _found(monkeypatch: pytest.MonkeyPatch, now: datetime) -> Iterator[None]:
    monkeypatch.setattr(
        answering, "find_answer", lambda text, language: FOUND.get(text, Nothing(Reason.UNSURE))
    )
    with clock.pinned(now):
        yield


def after(browser: Client, **said: str) -> str:
    """What the page shows once it was said without script."""
    answer = browser.post(SAID, said)
    assert answer["Location"] == f"{CHAT}#last"
    return browser.get(CHAT).text.split("<main")[1]


def test_a_visitor_reads_approved_answers_with_their_source(english: Client) -> None:
    empty = english.get(CHAT)
    assert "vssid_session" not in empty.cookies
    assert 'role="log" aria-live="polite"' in empty.text
    assert 'value="d1">How many years? [en]</button>' in empty.text
    page = after(english, words="how many years")
    assert "Body of How many years?." in page
    assert 'href="/help/questions/d1/"' in page
    assert "Law on Social Insurance 41/2024/QH15, article 64, facts of 22 November 2026" in _plain(page)
    choice = after(english, words="years")
    assert "Did you mean one of these?" in choice
    assert 'name="entry" value="b1"' in choice
    assert "Body of Months missing?." in after(english, entry="b1")
    assert 'name="entry" value="b1"' not in english.get(CHAT).text
    assert "Sources contradict each other." in after(english, entry="d2")
    assert "I answer only about social" in after(english, words="weather")
    assert "“Ask an officer”" in after(english, words="officer")
    assert "This stands in your own record. Sign in" in after(english, words="How many months have I paid?")
    assert "/accounts/login/?next=%2Fhelp%2Fchat%2F" in english.get(CHAT).text
    assert "how many years" not in Client().get(CHAT).text
    part = english.post(SAID, {"words": "<b>weather</b>"}, headers={"X-Chat-After": "14"}).text
    assert part.count("<article") == 2
    assert "&lt;b&gt;weather&lt;/b&gt;" in part
    assert "<html" not in part


@pytest.mark.parametrize(
    ("sent", "status"),
    [({}, 200), ({"words": "x" * 1001}, 200), ({"entry": "nothing"}, 404), ({"ask": "nothing"}, 404)],
)
def test_what_is_no_question_is_said_and_kept_nowhere(
    english: Client, sent: dict[str, str], status: int
) -> None:
    answer = english.post(SAID, sent)
    assert answer.status_code == status
    assert ("Error:" in answer.text) == (status == 200)
    assert Conversation.objects.count() == 0


def test_lan_sees_her_own_and_what_she_may_see_and_decides_what_is_kept(
    lan: Member, mai: Member, signed_in: Browser
) -> None:
    browser = signed_in(lan)
    assert browser.get(KEPT).status_code == 200
    own = _plain(after(browser, ask="months_paid"))
    assert "Social insurance: 9 years 0 months." in own
    assert 'href="/me/participation/"' in own
    whose = after(browser, words="Is my son's card valid?")
    child = whose.split('value="card_validity/')[1].split('"')[0]
    family = after(browser, ask=f"card_validity/{child}")
    assert f'href="/me/card/{child}/"' in family
    assert AccessEvent.objects.filter(person_id=lan.person_id, data_group="participation").count() == 1
    browser.post(KEEP, {"kept": "yes"})
    assert "It is kept." in browser.post(END, follow=True).text
    listed = browser.get(KEPT).text.split(f'href="{KEPT}')[1]
    assert "My months paid" in listed.split("</a>")[0], "known by what was asked first"
    address = f"{KEPT}{listed.split('/')[0]}/"
    kept = browser.get(address).text
    assert "Social insurance" in kept
    assert "Nothing more comes into it." in kept
    chat = listed.split("/")[0]
    stranger, visitor = signed_in(mai), Client()
    assert stranger.get(address).status_code == 404
    assert stranger.post(SAID, {"ask": f"card_validity/{child}"}).status_code == 404
    assert stranger.post(END, {"chat": chat}).status_code == visitor.post(KEEP).status_code == 404
    assert visitor.get(address)["Location"].startswith("/accounts/login/")
    assert "deleted" in browser.post(END, {"chat": chat}, follow=True).text
    after(browser, ask="dossiers")
    assert "deleted" in browser.post(END, follow=True).text
    assert Conversation.objects.count() == 0


def test_an_officer_takes_over_with_the_transcript(english: Client, now: datetime) -> None:
    after(english, words="how many years")
    english.post(PERSON)
    page = english.get(CHAT).text
    assert "Waiting for an officer" in page
    assert english.post(PERSON).status_code == 302
    waiting = HandOver.objects.get()
    assert (waiting.topic, waiting.tried) == ("pension", "question/d1")
    take_hand_over(actor=OFFICER, case=waiting.case, now=now)
    chat = Conversation.objects.get().pk.hex
    add_turn(actor=OFFICER, conversation=chat, by=By.OFFICER, text="Fifteen years.", now=now)
    page = after(english, words="weather")
    assert "Fifteen years." in page
    assert "I answer only about" not in page
    close_hand_over(actor=OFFICER, case=waiting.case, outcome="answered", now=now)
    assert "I answer only about" in after(english, words="weather")


def test_who_leaves_a_number_is_rung_once_and_told_in_the_chat(english: Client, now: datetime) -> None:
    after(english, words="how many years")
    page = english.get(CHAT).text
    assert f'href="{BACK}"' in page
    assert "Officers never ask for a password" in english.get(BACK).text
    assert "This number is too short" in english.post(BACK, {"phone": "0912"}).text
    for _again in range(2):
        assert english.post(BACK, {"phone": "0912 000 345"})["Location"] == f"{CHAT}#last"
    assert english.get(CHAT).text.count("The number is noted.") == 1
    asked = CallBack.objects.get()
    assert (asked.topic, asked.phone_masked, asked.language) == ("pension", "…345", "en")
    assert take_call_back(actor=OFFICER, case=asked.case, now=now) == "+84912000345"
    for number in range(HAND_OVERS - 1):
        assert english.post(BACK, {"phone": f"091200040{number}"}).status_code == 302
    held = english.post(BACK, {"phone": "0912000500"})
    assert (held.status_code, CallBack.objects.count()) == (429, HAND_OVERS)
    assert "asked often from here today" in held.text
    with clock.pinned(now.replace(hour=20)):  # three in the morning in Viet Nam
        assert "The officers answer from" in english.get(BACK).text


def test_a_number_typed_into_the_offered_form_goes_past_everybody(
    english: Client, lan: Member, minh: Member, now: datetime
) -> None:
    account_of(lan)
    assert english.post(NEW_WAY, {"number": lan.insurance_number}).status_code == 409, "nobody offered it"
    after(english, words="how many years")
    english.post(PERSON)
    waiting = HandOver.objects.get()
    take_hand_over(actor=OFFICER, case=waiting.case, now=now)
    chat, told = Conversation.objects.get().pk.hex, set()
    for minutes, number in enumerate((minh.insurance_number, lan.insurance_number)):
        with clock.pinned(at := now + timedelta(minutes=minutes)):
            offer_new_way(actor=OFFICER, case=waiting.case, now=at)
            assert NEW_WAY in english.get(CHAT).text
            wrong = english.post(NEW_WAY, {"number": "12"})
            assert "Error:" in wrong.text
            assert NEW_WAY in wrong.text, "the form is still there"
            assert english.post(NEW_WAY, {"number": number})["Location"] == f"{CHAT}#last"
            page = english.get(CHAT).text
        assert NEW_WAY not in page
        assert 'href="/accounts/recover/chat/"' in page
        read = transcript(OFFICER, chat).turns
        told.add(read[-1].text)
        assert not any(number in turn.text for turn in read)
    assert len(told) == 1
    assert english.post(NEW_WAY, {"number": lan.insurance_number}).status_code == 409, "it serves once"
    assert decided(now + timedelta(minutes=2)) == [Decision.UNKNOWN, Decision.SENT]
    attempt = ResetAttempt.objects.get(decision=Decision.SENT)
    assert (attempt.door, attempt.officer) == (Door.WEB, OFFICER.id)
    assert "officer_reset" in HandOver.objects.get().tried


def test_an_offer_is_of_the_visitor_it_was_made_to_and_ends(
    english: Client, lan: Member, now: datetime
) -> None:
    english.post(PERSON)
    case = HandOver.objects.get().case
    take_hand_over(actor=OFFICER, case=case, now=now)
    offer_new_way(actor=OFFICER, case=case, now=now)
    assert Client().post(NEW_WAY, {"number": lan.insurance_number}).status_code == 409
    give_back(actor=OFFICER, case=case, now=now)
    assert english.post(NEW_WAY, {"number": lan.insurance_number}).status_code == 409
    take_hand_over(actor=OFFICER, case=case, now=now)
    with clock.pinned(now + timedelta(minutes=30)):
        assert NEW_WAY not in english.get(CHAT).text
        assert english.post(NEW_WAY, {"number": lan.insurance_number}).status_code == 409


def test_too_many_questions_wait_and_nothing_typed_is_lost(english: Client) -> None:
    for _ in range(TURNS):
        english.post(SAID, {"ask": "card_validity"})
    held = english.post(SAID, {"words": "still here"})
    assert held.status_code == 429
    assert "still here</textarea>" in held.text
    assert "Try again from" in held.text
    assert int(held["Retry-After"]) > 0


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")
