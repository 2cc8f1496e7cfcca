"""Prompts are loud enough, not cut, not silent; recordings win; what did not change is left alone."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from scipy.io import wavfile
from tests.environment.nights import NIGHT

from vssid.apps.assistant import prompts
from vssid.domain.dialogue import clips
from vssid.integrations.voice import espeak
from vssid.integrations.voice.folder import PromptFolder
from vssid.integrations.voice.telephone import LOUDNESS, decoded, measured, silence, telephone_sound

needs_voice = pytest.mark.skipif(not espeak.is_here(), reason="Debian's espeak-ng is not installed")
_SAMPLE = ("digit_5", "one_moment")
"""Each language's shortest and one that is usual; all of them at night."""


def _tone(seconds: float, rate: int, hertz: float = 440, loud: float = 0.05) -> np.ndarray:
    times = np.arange(round(seconds * rate)) / rate
    tone: np.ndarray = loud * np.sin(2 * np.pi * hertz * times)
    return tone


def _wav(sound: np.ndarray, rate: int) -> bytes:
    file = BytesIO()
    wavfile.write(file, rate, (sound * 32767).astype(np.int16))
    return file.getvalue()


def _texts() -> dict[tuple[str, str], str]:
    texts = prompts.prompts()
    if NIGHT:
        return texts
    return {name: text for name, text in texts.items() if name[1] in _SAMPLE}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> PromptFolder:
    made = PromptFolder(tmp_path_factory.mktemp("prompts"))
    made.render(_texts(), pauses={"vi/pause_250": 0.25})
    return made


@needs_voice
def test_every_prompt_is_heard(folder: PromptFolder) -> None:
    for language, key in _texts():
        found = measured(folder.sound(language, key))
        assert found.seconds > 0.5, (language, key)
        assert abs(found.loudness - LOUDNESS) < 1.5, (language, key, found)
        assert -9 < found.peak < -0.5, (language, key, found)
        assert found.silence < 0.6, (language, key, found)
    assert folder.sound("vi", "pause_250") == silence(0.25)


@needs_voice
def test_only_what_changed_is_spoken_again(folder: PromptFolder) -> None:
    texts = _texts()
    again = PromptFolder(folder.root).render(texts, pauses={})
    assert (again.made, again.removed) == (0, again.removed)
    changed = {**texts, ("vi", "one_moment"): "Xin đợi một chút."}
    assert PromptFolder(folder.root).render(changed, pauses={}).made == 1
    fewer = {name: text for name, text in texts.items() if name != ("ja", "one_moment")}
    gone = PromptFolder(folder.root).render(fewer, pauses={})
    assert gone.removed == 1
    some = PromptFolder(folder.root).render({}, pauses={}, all_of_them=False)
    assert some.removed == 0
    assert not (folder.root / "ja" / "one_moment.alaw").exists()


@needs_voice
def test_a_studio_recording_wins_and_stays(folder: PromptFolder, tmp_path: Path) -> None:
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi" / "digit_5.wav").write_bytes(_wav(_tone(1, 48_000), 48_000))
    (tmp_path / "vi" / "nobody.wav").write_bytes(b"RIFF")
    found = dict(PromptFolder(folder.root).take_recordings(tmp_path, _texts()))
    assert found == {"vi/digit_5": "", "vi/nobody": "no prompt has this name"}
    recorded = folder.sound("vi", "digit_5")
    kept = PromptFolder(folder.root).render(_texts(), pauses={})
    assert (kept.from_studio, kept.outdated) == (1, [])
    assert folder.sound("vi", "digit_5") == recorded
    changed = PromptFolder(folder.root).render({**_texts(), ("vi", "digit_5"): "số năm"}, pauses={})
    assert (changed.from_studio, changed.outdated) == (0, ["vi/digit_5"])
    assert folder.sound("vi", "digit_5") != recorded


@pytest.mark.parametrize("rate", [8_000, 22_050, 44_100, 48_000])
def test_quiet_and_loud_recordings_come_out_equally_loud(rate: int) -> None:
    for loud in (0.003, 0.9):
        found = measured(telephone_sound(_tone(2, rate, loud=loud), rate))
        assert found.loudness == pytest.approx(LOUDNESS, abs=0.6)
        assert found.seconds == pytest.approx(2, abs=0.15)


def test_what_a_telephone_cannot_carry_is_left_out() -> None:
    mixed = _tone(1, 16_000, 1_000) + _tone(1, 16_000, 60, loud=0.5) + _tone(1, 16_000, 5_000, loud=0.5)
    heard = np.abs(np.fft.rfft(decoded(telephone_sound(mixed, 16_000))))
    assert heard[:100].max() < 0.1 * heard.max()


def test_silence_is_no_prompt() -> None:
    with pytest.raises(ValueError, match="nothing is to be heard"):
        telephone_sound(np.zeros(8_000), 8_000)


def test_every_sentence_is_written_in_every_language() -> None:
    assert not list(prompts.missing())
    assert not list(prompts.unknown())


def test_japanese_is_written_in_what_the_voice_reads() -> None:
    for (language, key), text in prompts.prompts().items():
        if language == "ja":
            assert not [letter for letter in text if "\u4e00" <= letter <= "\u9fff"], (key, text)


def test_no_prompt_holds_a_figure_the_voice_would_misread() -> None:
    for name, text in prompts.prompts().items():
        assert not any(letter.isdigit() for letter in text), (name, text)
        assert text == text.strip(), name


def test_prompts_are_short_enough_to_listen_to() -> None:
    for (language, key), text in prompts.prompts().items():
        assert len(text) <= 330, (language, key)


def test_pauses_and_digits_have_names_the_dialogue_knows() -> None:
    assert {key for _, key in prompts.prompts()} == {*clips.PROMPTS, *clips.DIGITS}
