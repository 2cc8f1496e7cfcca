"""Calls and chats that wait for an officer, people to call back, a day's work: a desk with work to do."""

from __future__ import annotations

import tomllib
from datetime import datetime, time, timedelta
from functools import partial
from importlib.resources import files
from typing import Any

from vssid.apps.assistant.calls import VOICE_AGENT
from vssid.apps.assistant.services.add_turn import add_turn
from vssid.apps.assistant.services.begin_call import begin_call
from vssid.apps.assistant.services.hand_over import hand_over
from vssid.apps.assistant.services.hand_over_call import hand_over_call
from vssid.apps.assistant.services.move_call import end_call, move_call
from vssid.apps.assistant.services.open_conversation import open_conversation
from vssid.apps.assistant.services.request_call_back import (
    close_call_back,
    request_call_back,
    take_call_back,
)
from vssid.apps.assistant.services.take_hand_over import close_hand_over, take_hand_over
from vssid.apps.assistant.vocabulary import By
from vssid.apps.people.selectors.numbers import find_person
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.clock import VIETNAM
from vssid.project.demo.accounts import DEMONSTRATION, CastMissing

_OFFICER = Actor(kind=ActorKind.OFFICER, id="officer-5c1d", roles=frozenset({"contact"}), channel="demo")


def fill_desk(*, now: datetime) -> int:
    """Writes what ``desk.toml`` lists, with times before ``now``; returns how many. Raises CastMissing."""
    listed = tomllib.loads(files("vssid.project.demo").joinpath("desk.toml").read_text("utf-8"))
    for call in listed["calls"]:
        _call(call, now)
    for place, chat in enumerate(listed["chats"]):
        _chat(_person(chat["person"], f"chat {place}"), chat, now)
    for place, back in enumerate(listed["call_backs"]):
        _call_back(_person(back["person"], f"call back {place}"), back, now)
    rows = enumerate(listed["past"]["rows"])
    past = [_past(row, days_ago, now, called=place % 2 == 0) for place, row in rows for days_ago in (1, 0)]
    return sum(len(listed[kind]) for kind in ("calls", "chats", "call_backs")) + sum(past)


def _person(key: str, mark: str) -> Actor:
    """Of the cast; a visitor, whose browser keeps ``mark``, without a key."""
    if not key:
        return Actor(kind=ActorKind.ANONYMOUS, session=mark)
    cast = tomllib.loads(files("vssid.project.demo").joinpath("cast.toml").read_text("utf-8"))
    entry = cast[key]
    person_id = find_person(DEMONSTRATION, entry.get("insurance_number") or entry["passport_number"])
    if person_id is None:
        raise CastMissing(key)
    return Actor(kind=ActorKind.CITIZEN, person_id=person_id, channel="web")


def _call(call: dict[str, Any], now: datetime) -> None:
    at = now - timedelta(minutes=call["minutes"])
    session = _begun(call["caller"], call["language"], at)
    move = partial(move_call, actor=VOICE_AGENT, session=session, language="", now=at)
    move(state=call["state"], topic=call["topic"])
    if "tried" in call:
        hand_over_call(actor=VOICE_AGENT, session=session, topic=call["topic"], tried=call["tried"], now=at)


def _begun(caller: str, language: str, at: datetime) -> str:
    begun = begin_call(
        actor=VOICE_AGENT,
        call_id=f"demonstration {at.isoformat()}",
        caller=caller,
        attested=True,
        dialled="19009068",
        language=language,
        now=at,
    )
    return begun.session


def _chat(actor: Actor, chat: dict[str, Any], now: datetime) -> None:
    at = now - timedelta(minutes=chat["minutes"])
    conversation = open_conversation(actor=actor, language=chat["language"], now=at)
    say = partial(add_turn, actor=actor, conversation=conversation, now=at)
    say(by=By.PERSON, text=chat["says"][0])
    say(by=By.ASSISTANT, text=chat["assistant"], entry=chat["tried"][-1])
    for words in chat["says"][1:]:
        say(by=By.PERSON, text=words)
    case = hand_over(actor=actor, conversation=conversation, topic=chat["topic"], tried=chat["tried"], now=at)
    if "taken" in chat:
        taken = now - timedelta(minutes=chat["taken"])
        take_hand_over(actor=_OFFICER, case=case, now=taken)
        add_turn(actor=_OFFICER, conversation=conversation, by=By.OFFICER, text=chat["answer"], now=taken)


def _call_back(actor: Actor, back: dict[str, Any], now: datetime) -> None:
    at = now - timedelta(minutes=back["minutes"])
    conversation = open_conversation(actor=actor, language=back["language"], now=at)
    case = request_call_back(
        actor=actor, conversation=conversation, topic=back["topic"], typed=back["phone"], now=at
    )
    if "again" in back or "done" in back:
        rung = at + timedelta(minutes=20)
        take_call_back(actor=_OFFICER, case=case, now=rung)
        outcome = back.get("done", "not_reached")
        close_call_back(actor=_OFFICER, case=case, outcome=outcome, now=rung, again="again" in back)


def _past(row: list[Any], days_ago: int, now: datetime, *, called: bool) -> bool:
    """One that is over, a call or a chat; False for a time of today that has not come."""
    clock, waited, language, topic, outcome = row
    day = now.astimezone(VIETNAM).date() - timedelta(days=days_ago)
    asked = datetime.combine(day, time.fromisoformat(clock), VIETNAM)
    taken = asked + timedelta(seconds=waited)
    if taken >= now:
        return False
    hand = _past_call if called else _past_chat
    case = hand(language, topic, asked, taken)
    take_hand_over(actor=_OFFICER, case=case, now=taken)
    close_hand_over(actor=_OFFICER, case=case, outcome=outcome, now=taken)
    return True


def _past_call(language: str, topic: str, asked: datetime, taken: datetime) -> str:
    session = _begun("", language, asked)
    case = hand_over_call(actor=VOICE_AGENT, session=session, topic=topic, tried=(), now=asked)
    seconds = int((taken - asked).total_seconds())
    end_call(actor=VOICE_AGENT, session=session, outcome="transferred", seconds=seconds, now=taken)
    return case


def _past_chat(language: str, topic: str, asked: datetime, _taken: datetime) -> str:
    visitor = Actor(kind=ActorKind.ANONYMOUS, session=asked.isoformat())
    conversation = open_conversation(actor=visitor, language=language, now=asked)
    return hand_over(actor=visitor, conversation=conversation, topic=topic, now=asked)
