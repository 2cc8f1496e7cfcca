"""What editors may have the hotline say, and how long it takes."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.utils.translation import override

from vssid.apps.assistant.errors import ChangedMeanwhile, UnspeakableText
from vssid.apps.assistant.models import Wording
from vssid.apps.assistant.prompts import prompts
from vssid.apps.assistant.prompts.faults import faults
from vssid.apps.assistant.prompts.lengths import length
from vssid.apps.assistant.prompts.parts import parts
from vssid.apps.assistant.prompts.shipped import clips_of, filled, keys, shipped
from vssid.apps.assistant.selectors.wordings import history, wordings
from vssid.apps.assistant.services.save_wording import save_wording
from vssid.domain.dialogue.advance import GOODBYE_AT_MOST
from vssid.domain.dialogue.clips import LANGUAGES, PROMPTS
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, NotFound
from vssid.integrations.voice import espeak
from vssid.integrations.voice.telephone import measured, telephone_sound

EDITOR = Actor(kind=ActorKind.OFFICER, id="editor-1", roles=frozenset({"editor"}))


def _save(now: datetime, key: str = "menu", *, seen: int = 0, **texts: str) -> int:
    return save_wording(actor=EDITOR, key=key, texts=texts, seen=seen, now=now)


def test_every_shipped_sentence_can_be_spoken_and_is_under_one_heading() -> None:
    assert sorted(key for part in parts() for key in part.keys) == sorted(keys())
    for language in LANGUAGES:
        for key, text in shipped(language).items():
            assert list(faults(key, language, text)) == [], (language, key)
        assert set(clips_of(shipped(language), language)) >= set(PROMPTS)


@pytest.mark.parametrize("why", ["call_back_noted", "call_again", "time_up", "closing"])
def test_a_goodbye_in_two_languages_is_heard_to_its_end(why: str) -> None:
    said = sum(length(shipped(code)[key], code).whole for code in ("vi", "en") for key in (why, "goodbye"))
    assert said < GOODBYE_AT_MOST * 1000


@pytest.mark.parametrize(
    ("key", "language", "text", "said"),
    [
        ("code_valid", "vi", "Mã có hiệu lực mười phút.", "{minutes} must stand in the text once"),
        ("code_valid", "en", "{minutes}, I say {minutes}.", "{minutes} must stand in the text once"),
        ("agent_hours", "en", "Officers answer by day.", "{spans} must stand in the text once"),
        ("menu", "en", "Hello {name}.", "Nothing is known by the name {name}"),
        ("menu", "en", "Hello {first name}.", "stands alone"),
        ("menu", "vi", "Bấm phím 8.", "Write numbers as words"),
        ("menu", "ja", "番号を おしてください。", "no kanji"),
        ("menu", "en", "Press [[p]] <b>one</b>", "/ < > [ ] cannot be spoken"),
        ("menu", "en", "A sentence is here. " * 25, "Shorten it"),
        ("menu", "vi", "chữ " * 30, "one breath is 7"),
    ],
)
def test_what_cannot_be_spoken_is_refused_with_the_way_out(
    key: str, language: str, text: str, said: str, db: None, now: datetime
) -> None:
    with override("en"):
        assert said in " ".join(faults(key, language, text))
        with pytest.raises(UnspeakableText):
            save_wording(actor=EDITOR, key=key, texts={language: text}, seen=0, now=now)
    assert not Wording.objects.exists()


def test_a_changed_sentence_is_said_and_the_others_as_shipped(db: None, now: datetime) -> None:
    assert _save(now, en="  For a new\n code, press eight. ", ko="") == 1
    said = prompts(wordings())
    assert said["en", "menu"] == "For a new code, press eight."
    assert said | {("en", "menu"): prompts()["en", "menu"]} == prompts()
    _save(now, "code_valid", en="Use it within {minutes}.")
    _save(now, "agent_hours", en="We are here {spans}.")
    said = prompts(wordings())
    assert said["en", "code_valid_10"] == "Use it within ten minutes."
    assert said["en", "agent_hours"].startswith("We are here Monday to Friday from seven in the morning")


def test_versions_stay_and_an_empty_or_shipped_text_takes_the_change_back(db: None, now: datetime) -> None:
    _save(now, en="Press eight.", vi="Bấm phím tám.")
    assert _save(now, seen=2, en="Press eight.", vi="") == 1
    assert _save(now, seen=3, en=shipped("en")["menu"], vi=shipped("vi")["menu"]) == 1
    assert wordings() == {}
    told = [(row.language, row.number, row.text, row.author) for row in history("menu")]
    assert told == [
        ("en", 2, "", "editor-1"),
        ("vi", 2, "", "editor-1"),
        ("vi", 1, "Bấm phím tám.", "editor-1"),
        ("en", 1, "Press eight.", "editor-1"),
    ]


def test_nobody_overwrites_what_they_have_not_seen(db: None, now: datetime) -> None:
    _save(now, en="Press eight.")
    with pytest.raises(ChangedMeanwhile):
        _save(now, en="Press nine.")
    assert wordings() == {("en", "menu"): "Press eight."}


def test_only_editors_and_only_sentences_that_are_said(db: None, now: datetime) -> None:
    officer = Actor(kind=ActorKind.OFFICER, id="officer-1", roles=frozenset({"officer"}))
    with pytest.raises(NotAllowed):
        save_wording(actor=officer, key="menu", texts={"en": "Press eight."}, seen=0, now=now)
    with pytest.raises(NotFound):
        _save(now, "digit_5", en="six")
    assert not Wording.objects.exists()


@pytest.mark.skipif(not espeak.is_here(), reason="Debian's espeak-ng is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["menu", "result", "not_heard", "code_valid"])
def test_lengths_told_are_those_heard(language: str, key: str) -> None:
    text = filled(shipped(language)[key], language)
    heard = measured(telephone_sound(*espeak.speak(text, language))).seconds
    assert length(text, language).whole / 1000 == pytest.approx(heard, abs=1)
