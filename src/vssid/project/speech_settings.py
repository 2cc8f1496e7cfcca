"""What the settings of speech on the telephone must be, whichever machine reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

_THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}
OR_KEYS = "or set VSSID_VOICE_STT=none"


@dataclass(frozen=True, slots=True)
class Refusal:
    """``says``: the setting, what is wrong with it, the way out. ``code``: stable."""

    code: str
    says: str

    def __str__(self) -> str:
        return f"{self.says} ({self.code})"


def unsafe(values: Mapping[str, Any]) -> list[Refusal]:
    """What neither the application nor the voice agent starts with, wherever it runs."""
    provider = values["VSSID_VOICE_STT"]
    if provider == "vietasr" and not values["VSSID_DEMO"]:
        return [
            Refusal(
                "speech_licence_open",
                "VSSID_VOICE_STT is vietasr: its model is for demonstrations, its licence is not settled; "
                "set whisper, vosk, http or none",
            )
        ]
    return list(_unsafe_service(values)) if provider == "http" else []


def _unsafe_service(values: Mapping[str, Any]) -> Iterator[Refusal]:
    at = urlsplit(values["VSSID_VOICE_STT_URL"])
    if not at.hostname:
        yield Refusal(
            "speech_url_missing",
            "VSSID_VOICE_STT is http, but VSSID_VOICE_STT_URL is not set: "
            f"name the service, as https://speech.example/v1, {OR_KEYS}",
        )
    elif values["VSSID_DEMO"] and at.hostname not in _THIS_MACHINE:
        yield Refusal(
            "speech_url_outside",
            "VSSID_VOICE_STT_URL leads to another machine, and a demonstration asks no model but this "
            f"machine's: run one here, {OR_KEYS}",
        )
    elif at.scheme != "https" and at.hostname not in _THIS_MACHINE:
        yield Refusal(
            "speech_url_open",
            "VSSID_VOICE_STT_URL is not https: what callers say would cross the network in the clear; "
            f"give the service a certificate, {OR_KEYS}",
        )
    if not values["VSSID_VOICE_STT_MODEL"]:
        yield Refusal(
            "speech_model_unnamed",
            "VSSID_VOICE_STT is http, but VSSID_VOICE_STT_MODEL is not set: "
            f"name the service's model, {OR_KEYS}",
        )
