"""What faster_whisper is asked and what is made of its answer: a stand-in has its documented interface."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from math import log
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest

from vssid.channels.hotline.agent import whisper_worker
from vssid.channels.hotline.agent.whisper_worker import Whisper

SOUND = np.array([0, 16_384, -32_768], dtype="<i2").tobytes()
needs_the_extra = pytest.mark.skipif(
    find_spec("faster_whisper") is None, reason="the extra voice-whisper is not installed"
)


class StandIn:
    """Tells the segments of the test, lazily as the library does."""

    segments: tuple[SimpleNamespace, ...] = ()
    supported_languages = ("en", "vi")

    def __init__(self, *given: Any, **named: Any) -> None:
        self.made = (given, named)
        MADE.append(self)

    def transcribe(self, *given: Any, **named: Any) -> tuple[Iterator[SimpleNamespace], SimpleNamespace]:
        self.asked = (given, named)
        return iter(self.segments), SimpleNamespace(language="vi")


MADE: list[StandIn] = []


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    module: Any = ModuleType("faster_whisper")
    module.WhisperModel = StandIn
    monkeypatch.setitem(sys.modules, "faster_whisper", module)
    MADE.clear()
    yield
    whisper_worker.forget()


def segment(text: str, sure: float, tokens: int) -> SimpleNamespace:
    return SimpleNamespace(text=text, avg_logprob=log(sure), tokens=list(range(tokens)), no_speech_prob=0.1)


def test_its_segments_are_one_text_as_sure_as_its_tokens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StandIn, "segments", (segment(" không chín", 0.9, 3), segment(" một hai.", 0.4, 1)))
    model = Whisper(tmp_path, ("vi",))
    model.load()
    text, sure = model.heard(SOUND, "vi")
    assert text == "không chín một hai."
    assert sure == pytest.approx((0.9**3 * 0.4) ** 0.25)
    (used,) = MADE
    (sound,), named = used.asked
    assert sound.dtype == np.float32
    assert sound.tolist() == [0.0, 0.5, -1.0]
    assert named["language"] == "vi"


def test_where_nobody_speaks_there_is_no_text(tmp_path: Path) -> None:
    assert Whisper(tmp_path, ("vi",)).heard(SOUND, "vi") == ("", None)


def test_a_model_of_english_alone_is_refused_for_vietnamese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StandIn, "supported_languages", ["en"])
    Whisper(tmp_path, ("en",)).load()
    with pytest.raises(ValueError, match="does not know vi"):
        Whisper(tmp_path, ("vi", "en")).load()


def test_a_folder_without_all_of_a_model_lacks_the_first_file(tmp_path: Path) -> None:
    model = Whisper(tmp_path, ("vi",))
    for name in ("model.bin", "config.json", "tokenizer.json"):
        assert model.lacks() == name
        (tmp_path / name).touch()
    assert model.lacks() == ""


@needs_the_extra
def test_the_installed_library_takes_what_it_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Whisper(tmp_path, ("vi",)).heard(SOUND, "vi")
    (used,) = MADE
    monkeypatch.delitem(sys.modules, "faster_whisper")
    from faster_whisper import WhisperModel
    from faster_whisper.transcribe import Segment

    for call, (given, named) in ((WhisperModel.__init__, used.made), (WhisperModel.transcribe, used.asked)):
        inspect.signature(call).bind(None, *given, **named)
    assert {"text", "avg_logprob", "tokens"} <= set(Segment.__dataclass_fields__)
    assert isinstance(WhisperModel.supported_languages, property)
