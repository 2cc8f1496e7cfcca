"""Speech to text, as the settings say by what; never needed."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from vssid.channels.hotline.agent.speech_process import Model
from vssid.channels.hotline.agent.speech_workers import Workers, processes, threads
from vssid.channels.hotline.agent.transcription_service import transcription_service
from vssid.channels.hotline.agent.vietasr_worker import VietAsr
from vssid.channels.hotline.agent.vosk_worker import Vosk
from vssid.channels.hotline.agent.whisper_worker import Whisper

_log = logging.getLogger(__name__)


class Recogniser(Protocol):
    @property
    def languages(self) -> tuple[str, ...]:
        """In which it understands anything just now."""

    async def transcribe(self, pcm16: bytes, rate: int, language: str) -> tuple[str, float | None]:
        """Text and, where it is known, how sure it is from 0 to 1. Any error: not understood."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """``provider``: none, vietasr, whisper, vosk or http; ``languages``: of the last three.

    ``folder``: of whisper's or vosk's models; ``url``, ``name`` (of the model) and ``token``: of the service.
    """

    provider: str = "none"
    workers: int = 1
    languages: tuple[str, ...] = ()
    folder: Path = Path()
    url: str = ""
    name: str = ""
    token: str = field(default="", repr=False)


def model_of(wanted: Wanted) -> Model | None:
    match wanted.provider:
        case "vietasr":
            return VietAsr()
        case "whisper":
            return Whisper(wanted.folder, wanted.languages)
        case "vosk":
            return Vosk(wanted.folder, wanted.languages)
        case "http":
            return transcription_service(
                wanted.url, model=wanted.name, token=wanted.token, languages=wanted.languages
            )
    return None


async def recogniser(wanted: Wanted) -> Workers | None:
    """None: keys alone, as wanted or because the model does not load; then why is in the log."""
    model = model_of(wanted)
    if model is None:
        return None
    made = Workers(wanted.workers, model, pool=threads if wanted.provider == "http" else processes)
    try:
        await made.load()
    except Exception as error:  # whatever is wrong with a library or its model, calls go on with keys
        _log.warning("speech is not recognised: %r", error)
        made.stop()
        return None
    return made
