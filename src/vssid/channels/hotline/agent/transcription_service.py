"""Speech to text by an OpenAI-compatible service of the agency's own network.

``POST <url>/audio/transcriptions`` as OpenAI's takes it: a WAV file, the model's name, the language. Neither
sound nor text is logged or kept here.
"""

from __future__ import annotations

import io
import json
import wave
from dataclasses import dataclass

from urllib3.filepost import encode_multipart_formdata

from vssid.channels.hotline.agent.speech_process import RATE, Heard
from vssid.kit.timely_service import NoAnswer, TimelyService

_SECONDS = 2.0
_REST_SECONDS = 10.0
_LONGEST_TEXT = 1_000
"""Characters: nobody says more in ten seconds."""


@dataclass(frozen=True, slots=True)
class TranscriptionService:
    """``name``: of the model there."""

    service: TimelyService
    name: str
    understood: tuple[str, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """None while it rests: who calls now is not invited to speak."""
        return () if self.service.rests else self.understood

    def lacks(self) -> str:
        return ""

    def load(self) -> None:
        """It may be away for now, and is asked when somebody speaks."""

    def heard(self, pcm16: bytes, language: str) -> Heard:
        """Raises NoAnswer."""
        form: dict[str, str | tuple[str, bytes, str]] = {
            "model": self.name,
            "language": language,
            "response_format": "json",
            "temperature": "0",
            "file": ("speech.wav", _wav(pcm16), "audio/wav"),  # its name tells the service its format
        }
        body, content_type = encode_multipart_formdata(form)
        return _text(self.service.post(body, content_type)), None


def transcription_service(
    url: str,
    *,
    model: str,
    token: str,
    languages: tuple[str, ...],
    seconds: float = _SECONDS,
    rest: float = _REST_SECONDS,
) -> TranscriptionService:
    """``url``: up to and without ``/audio/transcriptions``; ``token``: empty where it wants none."""
    address = url.rstrip("/") + "/audio/transcriptions"
    return TranscriptionService(
        TimelyService(address, token=token, seconds=seconds, rest=rest), model, languages
    )


def _wav(pcm16: bytes) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(RATE)
        written.writeframes(pcm16)
    return file.getvalue()


def _text(body: bytes) -> str:
    try:
        text = json.loads(body)["text"].strip()
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise NoAnswer("no text in it") from None
    if len(text) > _LONGEST_TEXT:
        raise NoAnswer("more text than anybody says")
    return str(text)
