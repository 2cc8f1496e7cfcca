"""What vosk is asked and what is made of its answer: a stand-in has its documented interface."""

from __future__ import annotations

import inspect
import json
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from vssid.channels.hotline.agent import vosk_worker
from vssid.channels.hotline.agent.speech_process import RATE
from vssid.channels.hotline.agent.vosk_worker import Vosk

SECOND = bytes(2 * RATE)
needs_the_extra = pytest.mark.skipif(
    find_spec("vosk") is None, reason="the extra voice-vosk is not installed"
)
CALLS: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []
"""Name, what was given, what was given by name: in the order of the calls."""


def called(name: str, *given: Any, **named: Any) -> None:
    CALLS.append((name, given, named))


class StandInModel:
    def __init__(self, *given: Any, **named: Any) -> None:
        called("Model.__init__", *given, **named)


class StandInRecogniser:
    """A pause after half a second; the rest when asked for."""

    told = ("", "")

    def __init__(self, *given: Any) -> None:
        called("KaldiRecognizer.__init__", *given)
        self._fed = 0

    def SetWords(self, *given: Any) -> None:  # noqa: N802 - the library's name
        called("KaldiRecognizer.SetWords", *given)

    def AcceptWaveform(self, data: bytes) -> int:  # noqa: N802 - the library's name
        called("KaldiRecognizer.AcceptWaveform", data)
        self._fed += len(data)
        return int(self._fed == RATE)

    def Result(self) -> str:  # noqa: N802 - the library's name
        called("KaldiRecognizer.Result")
        return self.told[0]

    def FinalResult(self) -> str:  # noqa: N802 - the library's name
        called("KaldiRecognizer.FinalResult")
        return self.told[1]


def result(*words: tuple[str, float]) -> str:
    if not words:
        return json.dumps({"text": ""})
    said = [{"conf": conf, "start": 0.1, "end": 0.2, "word": word} for word, conf in words]
    return json.dumps({"result": said, "text": " ".join(word for word, _ in words)})


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    module: Any = ModuleType("vosk")
    module.Model, module.KaldiRecognizer = StandInModel, StandInRecogniser
    module.SetLogLevel = lambda *given: called("SetLogLevel", *given)
    monkeypatch.setitem(sys.modules, "vosk", module)
    CALLS.clear()
    yield
    vosk_worker.forget()


def test_what_is_said_before_and_after_a_pause_is_one_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        StandInRecogniser, "told", (result(("không", 1.0), ("chín", 0.5)), result(("một", 0.6)))
    )
    text, sure = Vosk(tmp_path, ("vi",)).heard(SECOND, "vi")
    assert text == "không chín một"
    assert sure == pytest.approx(0.7)
    fed = [given[0] for name, given, _ in CALLS if name.endswith("AcceptWaveform")]
    assert b"".join(fed) == SECOND


def test_where_nobody_speaks_there_is_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(StandInRecogniser, "told", (result(), result()))
    assert Vosk(tmp_path, ("vi",)).heard(SECOND, "vi") == ("", None)


def test_each_language_has_a_model_which_is_read_once_and_by_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StandInRecogniser, "told", (result(), result()))
    model = Vosk(tmp_path, ("vi", "en"))
    model.load()
    model.heard(SECOND, "en")
    read = [named for name, _, named in CALLS if name == "Model.__init__"]
    assert read == [{"model_path": str(tmp_path / "vi")}, {"model_path": str(tmp_path / "en")}]


@pytest.mark.parametrize("name", ["am/final.mdl", "final.mdl"])
def test_a_language_without_a_model_is_named(tmp_path: Path, name: str) -> None:
    model = Vosk(tmp_path, ("vi", "en"))
    for language in ("vi", "en"):
        assert model.lacks() == f"{language}/am/final.mdl"
        file = tmp_path / language / name
        file.parent.mkdir(parents=True)
        file.touch()
    assert model.lacks() == ""


@needs_the_extra
def test_the_installed_library_takes_what_it_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StandInRecogniser, "told", (result(), result()))
    Vosk(tmp_path, ("vi",)).heard(SECOND, "vi")
    monkeypatch.delitem(sys.modules, "vosk")
    import vosk

    assert {name for name, _, _ in CALLS} >= {"Model.__init__", "SetLogLevel", "KaldiRecognizer.Result"}
    for name, given, named in CALLS:
        itself = (None,) if "." in name else ()
        inspect.signature(attrgetter(name)(vosk)).bind(*itself, *given, **named)
