"""Chats: whose they are, who of the staff reads and answers them, and that one officer alone takes one."""

from __future__ import annotations

from datetime import datetime
from functools import partial

import pytest
from tests.cast.identities import Member
from tests.cast.people import citizen

from vssid.apps.assistant.errors import ConversationEnded, NothingSaid, NotYours, TakenByAnother, TooLong
from vssid.apps.assistant.models import Conversation, Turn
from vssid.apps.assistant.selectors.desk import call_backs, hand_over_by_case, waiting
from vssid.apps.assistant.selectors.transcript import kept_conversations, latest_conversation, transcript
from vssid.apps.assistant.services.add_turn import add_turn
from vssid.apps.assistant.services.end_conversation import end_conversation, keep_conversation
from vssid.apps.assistant.services.give_back import clear_desk
from vssid.apps.assistant.services.hand_over import hand_over
from vssid.apps.assistant.services.open_conversation import open_conversation
from vssid.apps.assistant.services.request_call_back import (
    close_call_back,
    request_call_back,
    take_call_back,
)
from vssid.apps.assistant.services.take_hand_over import close_hand_over, take_hand_over
from vssid.apps.assistant.vocabulary import By, ChatState, Work
from vssid.apps.audit.models import AccessEvent
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
VISITOR = Actor(kind=ActorKind.ANONYMOUS, session="what the browser keeps")
OTHER = Actor(kind=ActorKind.ANONYMOUS, session="another browser")


def officer(name: str, member: Member | None = None) -> Actor:
    person = member.person_id if member else None
    roles = frozenset({"officer"})
    return Actor(kind=ActorKind.OFFICER, id=name, person_id=person, roles=roles, office="00101")


def test_a_chat_is_its_browsers_or_its_persons_and_one_officer_answers_it(
    lan: Member, mai: Member, hoa: Member, now: datetime
) -> None:
    me, first, second = citizen(lan), officer("o-1"), officer("o-2")
    chats = {
        actor: open_conversation(actor=actor, language="vi", now=now, kept=True) for actor in (VISITOR, me)
    }
    with pytest.raises(NotAllowed):
        open_conversation(actor=Actor(kind=ActorKind.ANONYMOUS), language="vi", now=now)
    for actor, chat in chats.items():
        assert add_turn(actor=actor, conversation=chat, by=By.PERSON, text="Thẻ ở đâu?", now=now) == 1
        said = partial(add_turn, actor=actor, conversation=chat, now=now)
        said(by=By.ASSISTANT, text="Ở đây.", entry="a1", cites=["/policies/card/"])
        told = transcript(actor, chat)
        assert [(turn.by, turn.text, turn.cites) for turn in told.turns] == [
            (By.PERSON, "Thẻ ở đâu?", ()),
            (By.ASSISTANT, "Ở đây.", ("/policies/card/",)),
        ]
        assert [turn.number for turn in transcript(actor, chat, after=1).turns] == [2]
        assert told.kept is (actor is me)
        assert latest_conversation(actor).public_id == chat
        for stranger in (OTHER, citizen(mai), first, Actor(kind=ActorKind.ANONYMOUS)):
            with pytest.raises(NotFound):
                transcript(stranger, chat)
            with pytest.raises(NotFound):
                add_turn(actor=stranger, conversation=chat, by=By.PERSON, text="x", now=now)
            with pytest.raises(NotFound):
                hand_over(actor=stranger, conversation=chat, topic="card", now=now)
    assert "Thẻ" not in str(list(Turn.objects.values_list()))
    for text, refused in (("  ", NothingSaid), ("x" * 1001, TooLong)):
        with pytest.raises(refused):
            add_turn(actor=me, conversation=chats[me], by=By.PERSON, text=text, now=now)
    assert [one.public_id for one in kept_conversations(me)] == [chats[me]]

    case = hand_over(actor=me, conversation=chats[me], topic="card", tried=["a1"], now=now)
    assert hand_over(actor=me, conversation=chats[me], topic="card", now=now) == case
    [row] = waiting(first)
    assert (row.case, row.tried, row.conversation, row.signed_in) == (case, ("a1",), chats[me], True)
    assert transcript(first, chats[me]).state is ChatState.WAITING
    for kin in (officer("o-3", lan), officer("o-4", hoa)):
        with pytest.raises(NotYours):
            take_hand_over(actor=kin, case=case, now=now)
    for nobody in (me, VISITOR, Actor(kind=ActorKind.OFFICER, id="e", roles=frozenset({"editor"}))):
        with pytest.raises(NotFound):
            take_hand_over(actor=nobody, case=case, now=now)
        with pytest.raises(NotFound):
            waiting(nobody)
    take_hand_over(actor=first, case=case, now=now)
    take_hand_over(actor=first, case=case, now=now)
    assert AccessEvent.objects.get(person_id=lan.person_id, purpose="support").case == case
    with pytest.raises(TakenByAnother):
        take_hand_over(actor=second, case=case, now=now)
    with pytest.raises(TakenByAnother):
        close_hand_over(actor=second, case=case, outcome="answered", now=now)
    assert waiting(second) == ()
    with pytest.raises(NotFound):
        transcript(second, chats[me])
    assert add_turn(actor=first, conversation=chats[me], by=By.OFFICER, text="Xin chào", now=now) == 3
    close_hand_over(actor=first, case=case, outcome="answered", now=now, procedure_case="001-2026-000001")
    assert transcript(me, chats[me]).state is ChatState.OPEN
    assert hand_over_by_case(second, case).state is Work.DONE
    end_conversation(actor=me, conversation=chats[me], now=now)
    with pytest.raises(ConversationEnded):
        add_turn(actor=me, conversation=chats[me], by=By.PERSON, text="x", now=now)
    with pytest.raises(NotFound):
        keep_conversation(actor=VISITOR, conversation=chats[VISITOR], kept=True)
    assert Conversation.objects.filter(kept=True).count() == 1


def test_a_call_back_shows_its_number_to_who_took_it_alone(lan: Member, now: datetime) -> None:
    first, second, me = officer("o-1"), officer("o-2"), citizen(lan)
    chat = open_conversation(actor=me, language="vi", now=now)
    ask = partial(request_call_back, conversation=chat, topic="card", typed="0912 000 345", now=now)
    case = ask(actor=me)
    with pytest.raises(NotFound):
        ask(actor=VISITOR)
    assert [row.phone_masked for row in call_backs(first)] == ["…345"]
    assert take_call_back(actor=first, case=case, now=now) == "+84912000345"
    with pytest.raises(TakenByAnother):
        take_call_back(actor=second, case=case, now=now)
    close_call_back(actor=first, case=case, outcome="no_answer", again=True, now=now)
    assert take_call_back(actor=second, case=case, now=now) == "+84912000345"
    close_call_back(actor=second, case=case, outcome="answered", now=now)
    assert call_backs(second) == ()


def test_what_a_leaver_had_waits_for_others(lan: Member, now: datetime) -> None:
    leaving, other, operator = officer("o-1"), officer("o-2"), Actor(kind=ActorKind.SYSTEM, id="operator")
    mine = open_conversation(actor=citizen(lan), language="vi", now=now)
    theirs = open_conversation(actor=VISITOR, language="vi", now=now)
    case = hand_over(actor=citizen(lan), conversation=mine, topic="card", now=now)
    take_hand_over(actor=leaving, case=case, now=now)
    kept = hand_over(actor=VISITOR, conversation=theirs, topic="card", now=now)
    take_hand_over(actor=other, case=kept, now=now)
    ring = request_call_back(actor=VISITOR, conversation=theirs, topic="card", typed="0912 000 345", now=now)
    take_call_back(actor=leaving, case=ring, now=now)
    with pytest.raises(NotAllowed):
        clear_desk(actor=other, officer="o-1", now=now)
    assert [clear_desk(actor=operator, officer="o-1", now=now) for _again in range(2)] == [2, 0]
    assert transcript(citizen(lan), mine).state is ChatState.WAITING
    assert transcript(VISITOR, theirs).state is ChatState.WITH_OFFICER
    take_hand_over(actor=other, case=case, now=now)
    assert take_call_back(actor=other, case=ring, now=now) == "+84912000345"
