"""Hands a chat to the officers, with what was tried in it: to answer there, or to ring."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import override

from vssid.apps.assistant.answering import Asker
from vssid.apps.assistant.call_backs import rings_already
from vssid.apps.assistant.errors import TooManyHandOvers
from vssid.apps.assistant.replies import ANSWER
from vssid.apps.assistant.sayings import Say, say
from vssid.apps.assistant.selectors.transcript import Transcript, latest_conversation, transcript
from vssid.apps.assistant.services.add_turn import add_turn
from vssid.apps.assistant.services.hand_over import hand_over
from vssid.apps.assistant.services.open_conversation import open_conversation
from vssid.apps.assistant.services.request_call_back import request_call_back
from vssid.apps.assistant.vocabulary import By, ChatState
from vssid.apps.content.selectors.library import library
from vssid.apps.content.vocabulary import Kind, Topic
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.people.selectors.particulars import particulars
from vssid.domain.identifiers import insurance_number
from vssid.domain.identifiers import phone as telephone

_A_DAY = timedelta(days=1)
HAND_OVERS = 5
"""A day of one person or browser."""
HAND_OVERS_OF_A_NETWORK = 50


def ask_person(*, asker: Asker, caller: str) -> str:
    """The public id of the chat, begun when there is none; again while it waits: nothing more happens.

    Not inside a transaction: tries count. Raises TooManyHandOvers.
    """
    actor = asker.actor
    latest = latest_conversation(actor)
    if latest.state is not ChatState.OPEN:
        return latest.public_id
    _count(asker, caller)
    chat = latest.public_id or open_conversation(actor=actor, language=asker.language, now=asker.now)
    told = transcript(actor, chat)
    tried = tuple(dict.fromkeys(said.entry for said in told.turns if said.entry))
    hand_over(
        actor=actor,
        conversation=chat,
        topic=_topic(told),
        tried=tried[-5:],
        number_masked=_number(asker),
        now=asker.now,
    )
    _tell(asker, chat, Say.HANDED_OVER)
    return chat


def ask_call_back(*, asker: Asker, caller: str, typed: str) -> None:
    """By whoever would rather be rung; again for the same number while it waits: nothing more happens.

    Not inside a transaction: tries count. Raises TooManyHandOvers, TooManyCallBacks, or what is wrong with
    the telephone number.
    """
    actor, number = asker.actor, telephone.parse(typed)
    chat = latest_conversation(actor).public_id
    if chat and rings_already(number, chat=chat):
        return
    _count(asker, caller)
    chat = chat or open_conversation(actor=actor, language=asker.language, now=asker.now)
    topic = _topic(transcript(actor, chat))
    request_call_back(actor=actor, conversation=chat, topic=topic, typed=number, now=asker.now)
    _tell(asker, chat, Say.CALLS_BACK)


def _count(asker: Asker, caller: str) -> None:
    for subject, limit in ((asker.mark, HAND_OVERS), (caller, HAND_OVERS_OF_A_NETWORK)):
        verdict = try_hit(kind="chat_hand_over", subject=subject, limit=limit, window=_A_DAY, now=asker.now)
        verdict.pass_or(TooManyHandOvers, now=asker.now)


def _tell(asker: Asker, chat: str, what: Say) -> None:
    with override(asker.language):
        reply = say(what)
    add_turn(
        actor=asker.actor,
        conversation=chat,
        by=By.SYSTEM,
        text=reply.text,
        entry=reply.entry,
        now=asker.now,
    )


def _number(asker: Asker) -> str:
    """The end of the own insurance number; empty of a visitor, and of whoever has none."""
    person_id = asker.actor.person_id
    if person_id is None:
        return ""
    own = particulars(asker.actor, person_id, today=asker.today).insurance_number
    return insurance_number.mask(own) if own else ""


def _topic(told: Transcript) -> str:
    """Of the last approved answer that was shown."""
    for said in reversed(told.turns):
        what, _slash, slug = said.entry.partition("/")
        article = library().find(Kind.QUESTION, slug) if what == ANSWER else None
        if article is not None:
            return article.topic
    return Topic.GENERAL
