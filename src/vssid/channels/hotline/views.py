"""What the voice agent asks of the core, call by call (docs/develop/hotline-api.md)."""

from __future__ import annotations

from django.conf import settings

from vssid.apps.assistant.answers import prepare_soon
from vssid.apps.assistant.selectors.call_answers import entries_of, find_for_call, kind_of
from vssid.apps.assistant.services.ask_reset import ask_reset, ask_ring_back
from vssid.apps.assistant.services.begin_call import begin_call
from vssid.apps.assistant.services.code_in_call import code_in_call
from vssid.apps.assistant.services.hand_over_call import call_back_caller, hand_over_call
from vssid.apps.assistant.services.move_call import end_call, move_call
from vssid.apps.assistant.services.ring_back import end_ring_back, lease_ring_backs, ring_back_code
from vssid.apps.assistant.services.send_answer import send_answer
from vssid.channels.hotline.access import Body, flag, for_agents, language, number, text, words
from vssid.domain.values.actor import Actor
from vssid.kit import clock

_TOPIC, _STATE, _OUTCOME, _LETTERS, _A_DAY = 40, 20, 20, 1_000, 86_400
_SAME: dict[str, str] = {}
"""The whole answer where who was asked about must not show."""


@for_agents
def sessions(actor: Actor, body: Body) -> object:
    begun = begin_call(
        actor=actor,
        call_id=text(body, "call_id", most=128, needed=True),
        caller=text(body, "caller", most=40),
        attested=flag(body, "attested"),
        dialled=text(body, "dialled", most=20),
        language=language(body),
        edge=text(body, "edge", most=45),
        now=clock.now(),
    )
    return {
        "session": begun.session,
        "policy": begun.policy,
        "agent_hours": begun.agent_hours,
        "agent_uri": settings.VOICE_AGENT_URI,
    }


@for_agents
def state(actor: Actor, body: Body, session: str) -> None:
    if body.get("state") == "FAQ":
        prepare_soon(language(body))
    move_call(
        actor=actor,
        session=session,
        state=text(body, "state", most=_STATE, needed=True),
        language=language(body),
        topic=text(body, "topic", most=_TOPIC),
        now=clock.now(),
    )


@for_agents
def reset(actor: Actor, body: Body, session: str) -> object:
    ask_reset(
        actor=actor,
        session=session,
        number=text(body, "number", most=20, needed=True),
        attempt=number(body, "attempt", most=99),
        now=clock.now(),
    )
    return _SAME


@for_agents
def ring_back(actor: Actor, body: Body, session: str) -> object:
    told = code_in_call(actor=actor, session=session, now=clock.now())
    if told is not None:
        return {"digits": told[0], "valid_minutes": told[1]}
    ask_ring_back(actor=actor, session=session, now=clock.now())
    return _SAME


@for_agents
def question(actor: Actor, body: Body, session: str) -> object:
    asked = text(body, "text", most=_LETTERS)
    found = find_for_call(actor=actor, session=session, text=asked, language=language(body))
    entries = [{"entry": one.entry, "title": one.title} for one in entries_of(found)]
    return {"kind": kind_of(found), "entries": entries}


@for_agents
def answer_by_sms(actor: Actor, body: Body, session: str) -> object:
    entry = text(body, "entry", most=40, needed=True)
    send_answer(actor=actor, session=session, entry=entry, now=clock.now())
    return _SAME


@for_agents
def hand_over(actor: Actor, body: Body, session: str) -> object:
    case = hand_over_call(
        actor=actor,
        session=session,
        topic=text(body, "topic", most=_TOPIC),
        tried=words(body, "tried", most=20),
        now=clock.now(),
    )
    return {"case": case}


@for_agents
def call_back(actor: Actor, body: Body, session: str) -> object:
    topic = text(body, "topic", most=_TOPIC)
    call_back_caller(actor=actor, session=session, topic=topic, now=clock.now())
    return _SAME


@for_agents
def end(actor: Actor, body: Body, session: str) -> None:
    end_call(
        actor=actor,
        session=session,
        outcome=text(body, "outcome", most=_OUTCOME, needed=True),
        seconds=number(body, "seconds", most=_A_DAY),
        now=clock.now(),
    )


@for_agents
def lease(actor: Actor, body: Body) -> object:
    return {
        "calls": [
            {"id": one.id, "to": one.to, "language": one.language}
            for one in lease_ring_backs(actor=actor, now=clock.now())
        ]
    }


@for_agents
def code(actor: Actor, body: Body, ring_back: str) -> object:
    digits, minutes = ring_back_code(actor=actor, ring_back=ring_back, now=clock.now())
    return {"digits": digits, "valid_minutes": minutes}


@for_agents
def end_outbound(actor: Actor, body: Body, ring_back: str) -> None:
    outcome = text(body, "outcome", most=_OUTCOME, needed=True)
    end_ring_back(actor=actor, ring_back=ring_back, outcome=outcome, now=clock.now())
