"""Speech to text by ``faster_whisper``, with a model the agency brings as a folder of CTranslate2's.

Needs the extra ``voice-whisper``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

import numpy as np

from vssid.channels.hotline.agent.speech_process import Heard

# without tokenizer.json the library would ask for it in the world
_FILES = ("model.bin", "config.json", "tokenizer.json")
_FULL_SCALE = 32_768
_MOST_TOKENS = 128
"""Nobody says more in ten seconds: a model that repeats itself is stopped."""


@dataclass(frozen=True, slots=True)
class Whisper:
    """``languages``: those the model was trained in, out of what the dialogue understands."""

    folder: Path
    languages: tuple[str, ...]

    def lacks(self) -> str:
        return next((name for name in _FILES if not (self.folder / name).is_file()), "")

    def load(self) -> None:
        """Refuses a model of English alone for other languages: it would hear English in whatever is said."""
        if missing := set(self.languages) - set(_model(self.folder).supported_languages):
            raise ValueError(f"the model does not know {', '.join(sorted(missing))}")

    def heard(self, pcm16: bytes, language: str) -> Heard:
        # once and without a second try at another temperature: the caller waits two seconds
        segments, _ = _model(self.folder).transcribe(
            np.frombuffer(pcm16, dtype="<i2").astype(np.float32) / _FULL_SCALE,
            language=language,
            beam_size=1,
            temperature=0.0,
            condition_on_previous_text=False,
            without_timestamps=True,
            max_new_tokens=_MOST_TOKENS,
            vad_filter=True,
        )
        return _joined(list(segments))


def forget() -> None:
    """Frees the models."""
    _model.cache_clear()


@cache
def _model(folder: Path) -> Any:
    from faster_whisper import WhisperModel

    return WhisperModel(
        str(folder), device="cpu", compute_type="int8", cpu_threads=1, num_workers=1, local_files_only=True
    )


def _joined(segments: Sequence[Any]) -> Heard:
    """Sure as its tokens are on average, as the library tells their logarithms by segment."""
    text = " ".join(str(segment.text).strip() for segment in segments).strip()
    tokens = sum(len(segment.tokens) for segment in segments)
    if not text or not tokens:
        return "", None
    return text, exp(sum(segment.avg_logprob * len(segment.tokens) for segment in segments) / tokens)
