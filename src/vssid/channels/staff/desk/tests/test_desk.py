"""The contact centre in a browser: who sees what of whom, and that no officer sees or chooses a code."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.models import ResetAttempt
from vssid.apps.accounts.resets import Decision, Door, Step
from vssid.apps.accounts.tests.test_codes import code_in, sent
from vssid.apps.accounts.tests.test_reset import decided
from vssid.apps.assistant.desk import new_case
from vssid.apps.assistant.models import HandOver, VoiceSession
from vssid.apps.assistant.selectors.desk_figures import LOST
from vssid.apps.assistant.selectors.transcript import transcript
from vssid.apps.assistant.services.add_turn import add_turn
from vssid.apps.assistant.services.hand_over import hand_over
from vssid.apps.assistant.services.open_conversation import open_conversation
from vssid.apps.assistant.services.request_call_back import request_call_back
from vssid.apps.assistant.vocabulary import By, ChatState
from vssid.apps.audit.models import AccessEvent
from vssid.channels.staff.cases.tests.conftest import AtDesk, at_desk
from vssid.channels.staff.desk import wording
from vssid.domain.dialogue.states import Outcome as Ending
from vssid.domain.dialogue.states import State
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit import clock
from vssid.kit.sealing import seal

__all__ = ["at_desk"]

DESK = "/staff/desk/"
USED = "say/new_way_used"
SECRET_WORDS = "Con tôi bị bệnh gì?"
VISITOR = Actor(kind=ActorKind.ANONYMOUS, session="what the browser keeps")


def waiting_chat(actor: Actor, now: datetime, words: str = SECRET_WORDS) -> tuple[str, str]:
    """The chat and the case by which the desk opens it."""
    chat = open_conversation(actor=actor, language="vi", now=now)
    add_turn(actor=actor, conversation=chat, by=By.PERSON, text=words, now=now)
    tried = ["say/not_sure", "skill/months_paid"]
    return chat, hand_over(actor=actor, conversation=chat, topic="pension", tried=tried, now=now)


def waiting_call(now: datetime, caller: str) -> str:
    session = VoiceSession(
        started_at=now, moved_at=now, call_id="1", language="ko", policy="ok", state="agent"
    )
    session.caller_sealed = seal(caller, table="voice_session", pk=session.pk, field="caller")
    session.save()
    case = new_case()
    HandOver.objects.create(
        session=session, at=now, case=case, language="ko", topic="reset", number_masked="…123", tried="reset"
    )
    return case


def test_a_chat_is_read_by_who_takes_it_and_answered_where_the_person_reads_it(
    lan: Member, hoa: Member, mai: Member, tuan: Member, at_desk: AtDesk, now: datetime
) -> None:
    me = citizen(lan)
    chat, case = waiting_chat(me, now - timedelta(minutes=6))
    agent = at_desk(tuan, role="contact")
    home = agent.get("/staff/").text
    assert DESK in home
    assert "/staff/cases/" not in home
    assert agent.get("/staff/cases/").status_code == 403
    desk = agent.get(DESK).text
    assert "1 is waiting, for 6 minutes" in desk
    assert "Pension and other monthly money" in desk
    page = agent.get(f"{DESK}{case}/").text
    assert "the assistant was not sure" in page
    assert "looked at the own record" in page
    for shown in (desk, page):
        assert SECRET_WORDS not in shown
        assert lan.name not in shown
    assert not AccessEvent.objects.filter(person_id=lan.person_id).exists()
    assert at_desk(hoa, role="contact").post(f"{DESK}{case}/take/", follow=True).redirect_chain[-1][0] == DESK
    assert agent.post(f"{DESK}{case}/take/")["Location"] == f"{DESK}{case}/"
    assert AccessEvent.objects.get(person_id=lan.person_id, purpose="support").case == case
    mine = agent.get(f"{DESK}{case}/").text
    assert SECRET_WORDS in mine
    assert "reset/" not in mine, "who is signed in needs no new password from an officer"
    stranger = at_desk(mai, office="07901")
    assert SECRET_WORDS not in stranger.get(f"{DESK}{case}/said/").text
    assert "A colleague has it" in stranger.get(f"{DESK}now/").text
    for act, said in (("answer/", {"text": "x"}), ("reset/", {"number": lan.insurance_number})):
        assert stranger.post(f"{DESK}{case}/{act}", said).status_code == 404
    assert (
        "A colleague has taken this already."
        in stranger.post(f"{DESK}{case}/close/", {"outcome": "answered"}).text
    )
    assert stranger.post(f"{DESK}{case}/give-back/").status_code == 404
    with clock.pinned(now + timedelta(minutes=5)):
        agent.get(f"{DESK}{case}/")
        agent.get(f"{DESK}{case}/")
    looks = AccessEvent.objects.filter(person_id=lan.person_id, purpose="support", case=case)
    assert looks.count() == 2
    assert all(look.actor_name.startswith("Nhân viên tổng đài") for look in looks)
    agent.post(f"{DESK}{case}/give-back/")
    assert transcript(me, chat).state is ChatState.WAITING
    agent.post(f"{DESK}{case}/take/")
    assert "Write the answer first." in agent.post(f"{DESK}{case}/answer/", {"text": " "}).text
    agent.post(f"{DESK}{case}/answer/", {"text": "Hỏi cơ sở khám"})
    assert [(turn.by, turn.text) for turn in transcript(me, chat).turns][1:] == [
        (By.OFFICER, "Hỏi cơ sở khám")
    ]
    assert "Hỏi cơ sở khám" in agent.get(f"{DESK}{case}/said/").text
    wrong = agent.post(f"{DESK}{case}/close/", {"outcome": "case", "procedure_case": "7"})
    assert "A case number looks like" in wrong.text
    closed = agent.post(f"{DESK}{case}/close/", {"outcome": "answered", "procedure_case": ""}, follow=True)
    assert "Nobody is waiting" in closed.text
    assert transcript(me, chat).state is ChatState.OPEN
    assert SECRET_WORDS not in agent.get(f"{DESK}{case}/").text


def test_mai_cannot_open_the_desk(yen_like: Client, mai: Member, at_desk: AtDesk, now: datetime) -> None:
    _chat, case = waiting_chat(VISITOR, now)
    pages = ("", "now/", "call-backs/", "overview/", "overview/waits.csv", f"{case}/", f"{case}/said/")
    for page in pages:
        assert yen_like.get(f"{DESK}{page}").status_code == 403
        assert Client().get(f"{DESK}{page}")["Location"].startswith("/accounts/login/")
    for act in (f"{case}/take/", f"{case}/answer/", f"{case}/reset/", f"{case}/new-way/", f"{case}/close/"):
        assert yen_like.post(f"{DESK}{act}").status_code == 403
    agent = at_desk(mai, office="07901", role="contact")
    assert agent.get(f"{DESK}overview/").status_code == 404, "figures are the supervisor's"
    assert agent.get(f"{DESK}nocase0000/").status_code == 404
    assert agent.get(f"{DESK}call-backs/nocase0000/").status_code == 404


@pytest.fixture
def yen_like(hoa: Member, at_desk: AtDesk) -> Client:
    return at_desk(hoa, role="editor")


def test_an_officer_starts_a_new_password_and_is_told_the_same_of_everybody(
    lan: Member, binh: Member, minh: Member, tuan: Member, at_desk: AtDesk, now: datetime
) -> None:
    account_of(lan)
    agent = at_desk(tuan, role="contact")
    call = waiting_call(now, lan.phone)
    agent.post(f"{DESK}{call}/take/")
    told = set()
    for number in (minh.insurance_number, "0100000009", lan.insurance_number):
        answer = agent.post(f"{DESK}{call}/reset/", {"number": number}, follow=True)
        assert "Asked for. Tell the person" in answer.text
        assert number not in answer.text
        told.add(len(answer.text))
    assert len(told) == 1
    many = agent.post(f"{DESK}{call}/reset/", {"number": lan.insurance_number})
    assert "Many new passwords were started" in many.text
    assert decided(now) == [Decision.UNKNOWN, Decision.UNKNOWN, Decision.SENT]
    last = ResetAttempt.objects.get(decision=Decision.SENT)
    assert (last.door, last.officer) == (Door.HOTLINE, HandOver.objects.get(case=call).taken_by)
    (code,) = (code_in(step) for step in sent(now) if step.row.code == "auth.code")
    assert code not in agent.get(f"{DESK}{call}/").text
    assert "an officer started a new password" in agent.get(f"{DESK}{call}/").text
    other = waiting_call(now, tuan.phone)
    agent.post(f"{DESK}{other}/take/")
    assert "number" in agent.post(f"{DESK}{other}/reset/", {"number": "12"}).text
    own = agent.post(f"{DESK}{other}/reset/", {"number": tuan.insurance_number})
    assert "Leave it to a colleague." in own.text
    assert decided(now + timedelta(minutes=3)) == []


def test_who_chats_is_offered_a_form_and_the_officer_sees_no_number(
    lan: Member, mai: Member, tuan: Member, at_desk: AtDesk, now: datetime
) -> None:
    chat, case = waiting_chat(VISITOR, now)
    agent, stranger = at_desk(tuan, role="contact"), at_desk(mai, office="07901")
    assert agent.post(f"{DESK}{case}/new-way/").status_code == 404, "nobody has taken it"
    agent.post(f"{DESK}{case}/take/")
    page = agent.get(f"{DESK}{case}/").text
    assert f"{case}/new-way/" in page
    assert 'name="number"' not in page
    assert agent.post(f"{DESK}{case}/reset/", {"number": lan.insurance_number}).status_code == 404
    assert stranger.post(f"{DESK}{case}/new-way/").status_code == 404
    for _again in range(2):
        assert "Offered." in agent.post(f"{DESK}{case}/new-way/", follow=True).text
    offers = [turn for turn in transcript(VISITOR, chat).turns if turn.entry == "say/new_way"]
    assert [turn.by for turn in offers] == [By.SYSTEM]
    for told in ("Offered.", "Offered.", "Many new passwords were started"):
        add_turn(actor=VISITOR, conversation=chat, now=now, by=By.SYSTEM, text="used", entry=USED)
        assert told in agent.post(f"{DESK}{case}/new-way/", follow=True).text
    _mine, own = waiting_chat(citizen(lan), now)
    agent.post(f"{DESK}{own}/take/")
    assert "new-way/" not in agent.get(f"{DESK}{own}/").text
    assert agent.post(f"{DESK}{own}/new-way/").status_code == 404, "who is signed in needs none"
    call = waiting_call(now, lan.phone)
    agent.post(f"{DESK}{call}/take/")
    assert agent.post(f"{DESK}{call}/new-way/").status_code == 404


def test_call_backs_and_the_day_in_figures(
    lan: Member, minh: Member, tuan: Member, at_desk: AtDesk, now: datetime
) -> None:
    me = citizen(lan)
    chat = open_conversation(actor=me, language="ko", now=now)
    back = request_call_back(actor=me, conversation=chat, topic="pension", typed="0912 000 345", now=now)
    agent = at_desk(tuan)
    page = f"{DESK}call-backs/"
    assert "1 call-back to make" in agent.get(page).text
    assert agent.get(f"{page}{back}/").status_code == 404, "nobody has taken it"
    one = agent.post(f"{page}{back}/take/", follow=True).text
    assert "+84912000345" in one
    assert AccessEvent.objects.filter(person_id=lan.person_id, case=back).count() == 2
    colleague = at_desk(minh, role="supervisor")
    assert "colleague has taken this" in colleague.post(f"{page}{back}/take/", follow=True).text
    assert colleague.post(f"{page}{back}/done/", {"ending": "gone"}).status_code == 404
    again = agent.post(f"{page}{back}/done/", {"ending": "again"}, follow=True).text
    assert "Not reached, wait for another try" in again
    assert "912000345" not in again
    colleague.post(f"{page}{back}/take/")
    assert "Answered" in colleague.post(f"{page}{back}/done/", {"ending": "answered"}, follow=True).text
    for minutes, gone in ((2, False), (4, False), (9, True)):
        case = waiting_call(now - timedelta(minutes=minutes), "")
        HandOver.objects.filter(case=case).update(taken_at=None if gone else now, done_at=now)
    _chat, case = waiting_chat(VISITOR, now)
    agent.post(f"{DESK}{case}/take/")
    assert "give-back/" not in at_desk(lan, role="contact").get(DESK).text
    assert f"{case}/give-back/" in colleague.get(DESK).text
    colleague.post(f"{DESK}{case}/give-back/")
    figures = colleague.get(f"{DESK}overview/").text
    assert "3 have got an officer or left; the typical wait was 4 minutes" in figures
    assert "<svg" in figures
    rows = colleague.get(f"{DESK}overview/waits.csv").text.splitlines()
    assert rows[1] == "ko,3,240,540"
    assert agent.get(f"{DESK}overview/").status_code == 404
    assert colleague.get(f"{DESK}overview/?day=1999-01-01").status_code == 404
    assert "Nobody has asked for an officer" in colleague.get(f"{DESK}overview/?day=2026-11-20").text


def test_a_code_told_in_the_same_call_is_not_said_to_be_a_call_of_ours() -> None:
    assert wording.step(State.OUT_CALL) == "Is being rung back"
    assert wording.step(State.SPEAK_CODE) == "Hears the code"
    assert wording.call_outcome(Ending.CODE_HEARD) == "Code told by telephone"


def test_resets_by_telephone_and_limits_reached_are_counted(
    minh: Member, at_desk: AtDesk, now: datetime
) -> None:
    for door, step, decision, times in (
        (Door.HOTLINE, Step.REQUEST, Decision.SENT, 3),
        (Door.HOTLINE, Step.REQUEST, Decision.CALLER_SHUT, 2),
        (Door.HOTLINE, Step.RING_BACK, Decision.TOO_MANY, 1),
        (Door.WEB, Step.REQUEST, Decision.TOO_MANY, 1),
    ):
        for _ in range(times):
            ResetAttempt.objects.create(at=now, step=step, decision=decision, door=door, number="-")
    ResetAttempt.objects.create(
        at=now - timedelta(days=1), step=Step.REQUEST, decision=Decision.HELD, door=Door.HOTLINE, number="-"
    )
    page = at_desk(minh, role="supervisor").get(f"{DESK}overview/")
    counted = [(item.label, item.value) for item in page.context["resets"]]
    assert counted == [("Code sent", "3"), ("Limit reached: accounts asked for from one telephone", "2")]
    assert "New passwords asked for by telephone" in page.text


def test_every_decision_of_a_request_has_words() -> None:
    without = {decision for decision in Decision if wording.decision(decision) == decision}
    assert without == {Decision.WRONG, Decision.DONE, Decision.FROZEN}


def test_a_call_that_is_lost_is_not_said_to_be_on_the_line() -> None:
    assert wording.call_outcome("") == "Still on the line"
    assert wording.call_outcome(LOST) == "Connection lost"
