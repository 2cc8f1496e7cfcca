"""What is spoken when prompts are rendered: Japanese answers only where something reads their kanji."""

from __future__ import annotations

import pytest
from tests.cast.texts import load, manuscript, shipped

from vssid.apps.content.vocabulary import Kind
from vssid.integrations.voice import japanese
from vssid.project.commands.hotline_prompts import NO_JAPANESE, _texts

pytestmark = pytest.mark.django_db


def test_without_readings_japanese_answers_are_left_out_and_it_is_told_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load([shipped("a1", manuscript(Kind.QUESTION, "Title of a1"))])
    monkeypatch.setattr(japanese, "_tokenizer", lambda: None)
    texts = _texts(with_answers=True)
    assert ("en", "answer_a1") in texts
    assert ("ja", "answer_a1") not in texts
    assert ("ja", "menu") in texts
    assert capsys.readouterr().err.splitlines() == [NO_JAPANESE]


def test_an_answer_with_a_sign_that_has_no_reading_is_left_out_and_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load([shipped("a1", manuscript(Kind.QUESTION, "Title of a1"))])
    monkeypatch.setattr(japanese, "is_here", lambda: True)
    monkeypatch.setattr(japanese, "in_kana", lambda text: "丂" if "[ja]" in text else "かな")
    texts = _texts(with_answers=True)
    assert ("ja", "answer_a1") in texts
    assert ("ja", "title_a1") not in texts
    assert "ja/title_a1: no reading of 丂, so English is heard" in capsys.readouterr().err
