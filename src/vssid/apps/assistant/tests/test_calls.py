"""Calls that wait for an officer, and what ends their wait."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from tests.cast.identities import Member
from tests.cast.people import citizen

from vssid.apps.assistant.call_periods import gone_after, lost_after
from vssid.apps.assistant.calls import VOICE_AGENT
from vssid.apps.assistant.errors import TooManyCallBacks
from vssid.apps.assistant.models import CallBack, HandOver
from vssid.apps.assistant.selectors import desk
from vssid.apps.assistant.selectors.desk import live_calls, waiting
from vssid.apps.assistant.selectors.desk_figures import LOST, desk_figures
from vssid.apps.assistant.selectors.queue_place import queue_place
from vssid.apps.assistant.services.begin_call import begin_call
from vssid.apps.assistant.services.close_gone_calls import close_gone_calls
from vssid.apps.assistant.services.hand_over import hand_over
from vssid.apps.assistant.services.hand_over_call import call_back_caller, hand_over_call
from vssid.apps.assistant.services.move_call import end_call
from vssid.apps.assistant.services.open_conversation import open_conversation
from vssid.apps.assistant.services.request_call_back import close_call_back, take_call_back
from vssid.apps.assistant.services.take_hand_over import take_hand_over
from vssid.apps.assistant.tests.test_chats import officer
from vssid.apps.assistant.vocabulary import Work
from vssid.domain.dialogue.advance import WHOLE_CALL
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.clock import VIETNAM

pytestmark = pytest.mark.django_db
CALLER = "+84912999888"
SUPERVISOR = Actor(kind=ActorKind.OFFICER, id="s-1", roles=frozenset({"supervisor"}))
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


def called(now: datetime, caller: str = CALLER) -> str:
    begun = begin_call(
        actor=VOICE_AGENT,
        call_id="a@b",
        caller=caller,
        attested=True,
        dialled="19009068",
        language="vi",
        now=now,
    )
    return begun.session


def handed(session: str, now: datetime) -> str:
    return hand_over_call(actor=VOICE_AGENT, session=session, topic="reset", tried=(), now=now)


def ended(session: str, outcome: str, now: datetime) -> None:
    end_call(actor=VOICE_AGENT, session=session, outcome=outcome, seconds=60, now=now)


def outcome_of(case: str) -> tuple[str, str]:
    row = HandOver.objects.get(case=case)
    return row.state, row.outcome


def test_who_hangs_up_waits_no_longer(lan: Member, now: datetime) -> None:
    gone, stays, taken = (called(now) for _ in range(3))
    cases = [handed(session, now) for session in (gone, stays, taken)]
    chat = open_conversation(actor=citizen(lan), language="vi", now=now)
    hand_over(actor=citizen(lan), conversation=chat, topic="card", now=now + SECOND)
    take_hand_over(actor=officer("o-1"), case=cases[2], now=now)
    assert queue_place(citizen(lan), chat) == 3
    ended(gone, "caller", now + MINUTE)
    ended(stays, "transferred", now + MINUTE)
    ended(stays, "caller", now + 2 * MINUTE)  # the first end counts
    ended(taken, "caller", now + MINUTE)
    assert [outcome_of(case) for case in cases] == [("done", "left"), ("waiting", ""), ("taken", "")]
    assert HandOver.objects.get(case=cases[0]).done_at == now + MINUTE
    assert [row.case for row in waiting(officer("o-2")) if not row.conversation] == [cases[1]]
    assert queue_place(citizen(lan), chat) == 2


def test_a_call_nobody_took_is_gone_in_time_and_a_chat_never(lan: Member, now: datetime) -> None:
    transferred, lost = called(now), called(now + MINUTE)
    cases = [handed(transferred, now), handed(lost, now + MINUTE)]
    ended(transferred, "transferred", now + MINUTE)
    chat = open_conversation(actor=citizen(lan), language="vi", now=now)
    hand_over(actor=citizen(lan), conversation=chat, topic="card", now=now)
    after = gone_after()
    assert [close_gone_calls(now=now + after - SECOND), close_gone_calls(now=now + after)] == [0, 1]
    assert close_gone_calls(now=now + 100 * after) == 1
    assert [outcome_of(case) for case in cases] == [("done", "gone")] * 2
    assert [row.conversation for row in waiting(officer("o-1"))] == [chat]
    figures = desk_figures(SUPERVISOR, day=now.astimezone(VIETNAM).date(), now=now)
    assert figures.outcomes["gone"] == 2
    assert figures.waits is None, "how long they held the line is not known"


def test_a_call_without_an_end_is_lost_once_it_cannot_last_any_longer(now: datetime) -> None:
    ended(called(now), "reset", now)
    called(now)
    day, after = now.astimezone(VIETNAM).date(), lost_after()
    assert after > timedelta(seconds=WHOLE_CALL)
    for later, standing in ((after - SECOND, ""), (after, LOST)):
        figures = desk_figures(SUPERVISOR, day=day, now=now + later)
        assert figures.call_outcomes == {"reset": 1, standing: 1}
        assert len(live_calls(SUPERVISOR, now=now + later)) == (standing == "")


def test_a_call_back_is_noted_or_refused_and_never_seems_to_be(now: datetime) -> None:
    """The caller hears what is true: it is noted, or there is none."""
    for _ in range(3):
        for _again in range(2):
            assert asks_back(called(now), now) == "call_back"
        [noted] = CallBack.objects.exclude(state=Work.DONE)
        take_call_back(actor=officer("o-1"), case=noted.case, now=now)
        assert asks_back(called(now), now) == "call_back", "it is with an officer"
        close_call_back(actor=officer("o-1"), case=noted.case, outcome="answered", now=now)
    refused = called(now)
    with pytest.raises(TooManyCallBacks):
        asks_back(refused, now)
    assert HandOver.objects.get(session=UUID(refused)).outcome == "left"
    assert not waiting(officer("o-1"))
    assert CallBack.objects.count() == 3
    assert asks_back(called(now, "+84912999777"), now) == "call_back"


def asks_back(session: str, now: datetime) -> str:
    """How the hand-over of the call ended."""
    case = handed(session, now)
    call_back_caller(actor=VOICE_AGENT, session=session, topic="reset", now=now)
    return outcome_of(case)[1]


def test_what_colleagues_have_hides_nothing_that_waits(
    now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "_MOST", 1)
    take_hand_over(actor=officer("o-2"), case=handed(called(now), now), now=now)
    case = handed(called(now), now + MINUTE)
    assert [row.case for row in waiting(officer("o-1"))] == [case]
