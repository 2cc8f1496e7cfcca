"""Speech that cannot be recognised as set stops the start, with the setting and the way out."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from django.core.exceptions import ImproperlyConfigured

from vssid.project import env, readiness, speech_settings
from vssid.project.commands import hotline, hotline_recogniser

HTTP = {
    "VSSID_VOICE_STT": "http",
    "VSSID_VOICE_STT_URL": "https://speech.example/v1",
    "VSSID_VOICE_STT_MODEL": "large-v3",
}
NEAR = HTTP | {"VSSID_VOICE_STT_URL": "http://127.0.0.1:8123/v1"}
DEMO = {"VSSID_DEMO": "1"}


def unsafe(settings: dict[str, str]) -> list[str]:
    return [refusal.code for refusal in speech_settings.unsafe(env.read(settings))]


def lacking(settings: dict[str, str]) -> list[speech_settings.Refusal]:
    return hotline_recogniser.lacking(env.read(settings))


@pytest.fixture
def no_extras(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hotline_recogniser, "find_spec", lambda name: None)


@pytest.fixture
def every_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hotline_recogniser, "find_spec", lambda name: object())


@pytest.mark.parametrize(
    "settings",
    [
        *({}, HTTP, NEAR, DEMO | NEAR, DEMO | {"VSSID_VOICE_STT": "vietasr"}),
        *({"VSSID_VOICE_STT": "whisper"}, {"VSSID_VOICE_STT": "vosk"}),
        {"VSSID_VOICE_STT_URL": "http://speech.example/v1"},  # not in use
    ],
)
def test_what_is_safe_is_let_be(settings: dict[str, str]) -> None:
    assert unsafe(settings) == []


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"VSSID_VOICE_STT": "vietasr"}, "speech_licence_open"),
        (HTTP | {"VSSID_VOICE_STT_URL": ""}, "speech_url_missing"),
        (HTTP | {"VSSID_VOICE_STT_URL": "http://speech.example/v1"}, "speech_url_open"),
        (HTTP | {"VSSID_VOICE_STT_URL": "http://127.0.0.1.example/v1"}, "speech_url_open"),
        (DEMO | HTTP, "speech_url_outside"),
        (HTTP | {"VSSID_VOICE_STT_MODEL": ""}, "speech_model_unnamed"),
    ],
)
def test_what_is_not_is_refused_by_name(settings: dict[str, str], code: str) -> None:
    (refusal,) = speech_settings.unsafe(env.read(settings))
    assert refusal.code == code
    assert "VSSID_VOICE_STT" in refusal.says
    assert "none" in refusal.says, "the way out that is always open"


def test_the_application_does_not_start_with_it_either() -> None:
    with pytest.raises(ImproperlyConfigured, match="speech_url_outside"):
        readiness.refuse_unsafe(env.read(DEMO | HTTP), demo_keys=True)


@pytest.mark.parametrize(
    ("provider", "extra", "library"),
    [
        ("vietasr", "voice-stt", "vietasr"),
        ("whisper", "voice-whisper", "faster_whisper"),
        ("vosk", "voice-vosk", "vosk"),
    ],
)
@pytest.mark.usefixtures("no_extras")
def test_a_missing_extra_is_named_with_its_requirements(provider: str, extra: str, library: str) -> None:
    refusal = lacking({"VSSID_VOICE_STT": provider})[0]
    assert refusal.code == "speech_extra_missing"
    assert f"VSSID_VOICE_STT is {provider}, but {library} is not installed" in refusal.says
    assert f"requirements/{extra}.txt" in refusal.says
    assert Path(f"requirements/{extra}.txt").is_file()


@pytest.mark.usefixtures("no_extras")
def test_keys_and_a_service_need_no_extra() -> None:
    assert lacking({}) == lacking(HTTP) == []


@pytest.mark.parametrize("provider", ["whisper", "vosk"])
@pytest.mark.usefixtures("every_extra")
def test_a_missing_model_is_named_until_it_is_there(provider: str, tmp_path: Path) -> None:
    settings = {"VSSID_VOICE_STT": provider, "VSSID_VOICE_STT_LANGUAGES": "vi"}
    (unset,) = lacking(settings)
    assert (unset.code, "VSSID_VOICE_STT_FOLDER is not set" in unset.says) == ("speech_folder_missing", True)
    folder = tmp_path / "model"
    settings["VSSID_VOICE_STT_FOLDER"] = str(folder)
    (absent,) = lacking(settings)
    assert (absent.code, str(folder) in absent.says) == ("speech_folder_missing", True)
    (folder / "vi" / "am").mkdir(parents=True)
    (empty,) = lacking(settings)
    assert (empty.code, "nothing is fetched" in empty.says) == ("speech_model_incomplete", True)
    for name in ("model.bin", "config.json", "tokenizer.json", "vi/am/final.mdl"):
        (folder / name).touch()
    assert lacking(settings) == []


@pytest.mark.usefixtures("no_extras")
def test_the_voice_agent_stops_before_anything_is_opened() -> None:
    done = CliRunner().invoke(hotline.command, [], env={"VSSID_VOICE_STT": "vosk"})
    assert done.exit_code == 1
    assert "(speech_extra_missing); VSSID_VOICE_STT is vosk, but VSSID_VOICE_STT_FOLDER is not" in done.output


def test_the_voice_agent_refuses_what_the_application_refuses() -> None:
    done = CliRunner().invoke(hotline.command, [], env={"VSSID_VOICE_STT": "vietasr", "VSSID_DEMO": "0"})
    assert done.exit_code == 1
    assert "its licence is not settled" in done.output


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("VSSID_VOICE_STT", "whispers"),
        ("VSSID_VOICE_STT_LANGUAGES", "vi ko"),
        ("VSSID_VOICE_STT_LANGUAGES", ""),
        ("VSSID_VOICE_STT_URL", "speech.example/v1"),
        ("VSSID_VOICE_STT_URL", "ftp://speech.example/v1"),
        ("VSSID_VOICE_STT_URL", "https://speech.example:99999/v1"),
        ("VSSID_VOICE_STT_URL", "https://speech.example/v1?key=1"),
        ("VSSID_VOICE_STT_URL", "https://me@speech.example/v1"),
    ],
)
def test_a_wrong_value_names_its_variable(name: str, text: str) -> None:
    with pytest.raises(ValueError, match=name):
        env.read({name: text})
