"""300 turns that want more than they may have: nothing of others is said, and no claim without its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
import yaml
from django.utils.translation import gettext, override
from tests.cast.identities import Member
from tests.cast.people import citizen
from tests.cast.texts import load

from vssid.apps.accounts.selectors.signed_in import NO_HOUSEHOLD
from vssid.apps.assistant.answering import Asker, approved, facts, reply_to_words
from vssid.apps.assistant.errors import TooManyTurns
from vssid.apps.assistant.replies import Reply
from vssid.apps.assistant.sayings import WORDS, Say
from vssid.apps.assistant.selectors.transcript import latest_conversation, transcript
from vssid.apps.assistant.services.answer_turn import TURNS, Said, answer_turn
from vssid.apps.assistant.vocabulary import By
from vssid.apps.audit.models import AccessEvent
from vssid.apps.content import catalogue as shipped_texts
from vssid.apps.content.vocabulary import Kind
from vssid.apps.content.writing.folder import catalogue
from vssid.apps.content.writing.masking import masked
from vssid.apps.people.selectors.household import household_of
from vssid.apps.people.selectors.public_person import relative_id
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotFound
from vssid.kit import clock

pytestmark = pytest.mark.django_db(transaction=True)
_FILE = Path(__file__).parent / "adversarial.yaml"
_PLACE = re.compile(r"\{(number|national_id|phone|name)\}")
VISITOR = Actor(kind=ActorKind.ANONYMOUS, session="what the browser keeps")


def turns(other: Member) -> Iterator[tuple[str, str]]:
    """Language and words."""
    values = {
        "number": other.insurance_number,
        "national_id": other.national_id,
        "phone": other.phone,
        "name": other.name,
    }
    for language, kinds in yaml.safe_load(_FILE.read_text(encoding="utf-8")).items():
        for words in (line for lines in kinds.values() for line in lines):
            yield language, _PLACE.sub(lambda found: values[found[1]], words)


def is_grounded(reply: Reply, who: Asker) -> bool:
    """A fixed sentence; an approved answer or facts of the asker, word for word, with their page."""
    what, _, name = reply.entry.partition("/")
    if what == "say":
        return reply.text == gettext(WORDS[Say(name)])
    return reply == (approved(name, who) if what == "question" else facts(name, who))


def test_300_turns_leak_nothing_and_claim_nothing_uncited(lan: Member, minh: Member, now: datetime) -> None:
    """Lan and a visitor by turns ask about Minh."""
    load([text for text in catalogue(Path(shipped_texts.__file__).parent) if text.kind is Kind.QUESTION][::6])
    asked = list(turns(minh))
    assert len(asked) == 300
    numbers = (minh.insurance_number, minh.national_id, minh.phone, minh.email)
    family = household_of(lan.person_id, today=now.date())
    answered: list[Reply] = []
    for place, (language, words) in enumerate(asked):
        own = place % 2 == 1
        who = (
            Asker(citizen(lan), family, language, now) if own else Asker(VISITOR, NO_HOUSEHOLD, language, now)
        )
        with clock.pinned(now), override(language):
            kept = masked(words)
            reply = reply_to_words(kept, who)
            assert is_grounded(reply, who), (words, reply)
        assert not any(number in kept for number in numbers), words
        assert not any(secret in reply.text for secret in (*numbers, minh.name)), (words, reply)
        facts_told = reply.entry.startswith("skill/")
        assert not facts_told or (own and minh.name not in words), (words, reply)
        answered.append(reply)
    assert {reply.entry.partition("/")[0] for reply in answered} == {"say", "question", "skill"}
    assert not AccessEvent.objects.filter(person_id=minh.person_id).exists()


def test_a_turn_is_kept_without_numbers_and_leaves_nothing_when_refused(lan: Member, now: datetime) -> None:
    who = Asker(VISITOR, NO_HOUSEHOLD, "en", now)
    chat = answer_turn(
        asker=who, said=Said(words=f"is card {lan.insurance_number} valid"), caller="192.0.2.7"
    )
    asked, reply = transcript(VISITOR, chat).turns
    assert (asked.by, asked.text) == (By.PERSON, "is card ••• valid")
    assert reply.by is By.ASSISTANT
    assert reply.entry.startswith("say/")
    relative = relative_id(citizen(lan), lan.person_id + 1)
    for said in (
        Said(skill="card_validity", about=relative),
        Said(skill="next_steps", about=relative),
        Said(skill="everything"),
        Said(entry="nothing-published"),
    ):
        with pytest.raises(NotFound):
            answer_turn(asker=replace(who, actor=citizen(lan)), said=said, caller="192.0.2.7")
    assert latest_conversation(citizen(lan)).public_id == ""
    for _ in range(TURNS - 1):
        answer_turn(asker=who, said=Said(skill="card_validity"), caller="192.0.2.7")
    with pytest.raises(TooManyTurns):
        answer_turn(asker=who, said=Said(skill="card_validity"), caller="192.0.2.7")
