"""Speech to text by ``vosk``, with models the agency brings: in a folder, one folder a language.

Needs the extra ``voice-vosk``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import Any

from vssid.channels.hotline.agent.speech_process import RATE, Heard

_MODEL = ("am/final.mdl", "final.mdl")
"""Where models of now and of old have the one file that all have."""
_PIECE = RATE // 2
"""Bytes of a quarter of a second: as the library wants to be fed, for a pause ends a result."""
_ERRORS_ALONE = -1
"""Of the library's levels of logging."""


@dataclass(frozen=True, slots=True)
class Vosk:
    folder: Path
    languages: tuple[str, ...]

    def lacks(self) -> str:
        for language in self.languages:
            if not any((self.folder / language / name).is_file() for name in _MODEL):
                return f"{language}/{_MODEL[0]}"
        return ""

    def load(self) -> None:
        for language in self.languages:
            _model(self.folder / language)

    def heard(self, pcm16: bytes, language: str) -> Heard:
        from vosk import KaldiRecognizer

        ear = KaldiRecognizer(_model(self.folder / language), float(RATE))
        ear.SetWords(True)
        return _joined([json.loads(result) for result in _results(ear, pcm16)])


def forget() -> None:
    """Frees the models."""
    _model.cache_clear()


@cache
def _model(folder: Path) -> Any:
    """By its path alone: by a name or a language the library would fetch one."""
    from vosk import Model, SetLogLevel

    SetLogLevel(_ERRORS_ALONE)
    return Model(model_path=str(folder))


def _results(ear: Any, pcm16: bytes) -> Iterator[str]:
    for at in range(0, len(pcm16), _PIECE):
        if ear.AcceptWaveform(pcm16[at : at + _PIECE]):
            yield ear.Result()
    yield ear.FinalResult()


def _joined(results: list[dict[str, Any]]) -> Heard:
    """Sure as its words are on average."""
    text = " ".join(said for result in results if (said := result.get("text", "").strip()))
    sure = [word["conf"] for result in results for word in result.get("result", ())]
    return text, fmean(sure) if sure else None
