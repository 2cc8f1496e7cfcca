"""Takes what somebody writes or chooses in a chat and answers it, or leaves the answer to the officer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext, override

from vssid.apps.assistant.answering import Asker, approved, facts, reply_to_words, title_of
from vssid.apps.assistant.chats import MOST_LETTERS
from vssid.apps.assistant.errors import NothingSaid, TooLong, TooManyTurns
from vssid.apps.assistant.replies import Reply
from vssid.apps.assistant.selectors.transcript import latest_conversation
from vssid.apps.assistant.services.add_turn import add_turn
from vssid.apps.assistant.services.open_conversation import open_conversation
from vssid.apps.assistant.skills.loading import skills
from vssid.apps.assistant.vocabulary import By, ChatState
from vssid.apps.content.writing.masking import masked
from vssid.apps.limits.services.try_hit import try_hit
from vssid.domain.values.problem import NotFound

TURNS = 20
"""Of one person or browser without a pause of two minutes."""
TURNS_OF_A_NETWORK = 200
"""An office or a mobile network may stand behind one address."""


@dataclass(frozen=True, slots=True)
class Said:
    """One of them: words; the slug of an approved answer; the code of a skill, ``about`` a relative."""

    words: str = ""
    entry: str = ""
    skill: str = ""
    about: str = ""


def answer_turn(*, asker: Asker, said: Said, caller: str) -> str:
    """The public id of the chat, begun when there is none. ``caller``: the network, for the limits.

    Not inside a transaction: tries count. Raises NothingSaid, TooLong, TooManyTurns, NotFound.
    """
    _check(said)
    _count(asker, caller)
    with override(asker.language):
        words = _words(said, asker)
        latest = latest_conversation(asker.actor)
        # looked up before anything is written: what is not the actor's to see leaves nothing behind
        reply = _reply(said, words, asker) if latest.state is ChatState.OPEN else None
        chat = latest.public_id or open_conversation(
            actor=asker.actor, language=asker.language, now=asker.now
        )
        add_turn(actor=asker.actor, conversation=chat, by=By.PERSON, text=words, now=asker.now)
        if reply is not None:
            _answer(asker, chat, reply)
    return chat


def _check(said: Said) -> None:
    if said.entry or said.skill:
        return
    if not said.words.strip():
        raise NothingSaid(field="words")
    if len(said.words) > MOST_LETTERS:
        raise TooLong(field="words", most=MOST_LETTERS)


def _count(asker: Asker, caller: str) -> None:
    for kind, subject, limit in (
        ("chat", asker.mark, TURNS),
        ("chat_network", caller, TURNS_OF_A_NETWORK),
    ):
        verdict = try_hit(
            kind=kind, subject=subject, limit=limit, window=timedelta(minutes=2), now=asker.now, growth=1.0
        )
        verdict.pass_or(TooManyTurns, now=asker.now)


def _words(said: Said, asker: Asker) -> str:
    """As they are kept: a choice stands there by its title, typed words without numbers."""
    if said.entry:
        return title_of(said.entry, asker)
    if said.skill:
        skill = skills().get(said.skill)
        if skill is None:
            raise NotFound
        return skill.titles[asker.language]
    return masked(said.words) or gettext("(nothing that is kept)")


def _reply(said: Said, words: str, asker: Asker) -> Reply:
    if said.entry:
        return approved(said.entry, asker)
    if said.skill:
        return facts(said.skill, asker, about=said.about)
    return reply_to_words(words, asker)


def _answer(asker: Asker, chat: str, reply: Reply) -> None:
    add_turn(
        actor=asker.actor,
        conversation=chat,
        by=By.ASSISTANT,
        text=reply.text,
        entry=reply.entry,
        cites=[cite.written() for cite in reply.cites],
        now=asker.now,
    )
