"""Texts spoken by Debian's espeak-ng, a process a text. It is GPL: never linked, only called."""

from __future__ import annotations

import shutil
import subprocess
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from vssid.integrations.voice import japanese
from vssid.integrations.voice.recordings import read_wav

Sound: TypeAlias = NDArray[np.float64]

_VOICES = {"vi": "vi", "en": "en-us", "zh-hans": "cmn-latn-pinyin", "ko": "ko", "ja": "ja"}
"""Plain ``cmn`` reads Han characters as English; ``ja`` reads kana alone."""
_WORDS_A_MINUTE = {"vi": 150, "en": 145, "zh-hans": 210, "ko": 150, "ja": 140}
_PROGRAM = "espeak-ng"
_LONGEST_SECONDS = 60


class NoVoice(Exception):
    """espeak-ng is not on this machine, or does not speak."""


def is_here() -> bool:
    return shutil.which(_PROGRAM) is not None


def version() -> str:
    """Part of what a rendered prompt depends on."""
    return _run("--version").decode(errors="replace").strip()


def as_read(text: str, language: str) -> str:
    """``text`` as it is handed to the voice."""
    return japanese.in_kana(text) if language == "ja" else text


def speak(text: str, language: str) -> tuple[Sound, int]:
    """Samples from -1 to 1, and how many a second. NoVoice."""
    voice, pace = _VOICES[language], _WORDS_A_MINUTE[language]
    return read_wav(_run("-v", voice, "-s", str(pace), "--stdout", "--stdin", text=as_read(text, language)))


def _run(*options: str, text: str = "") -> bytes:
    if not is_here():
        raise NoVoice(f"{_PROGRAM} is not installed")
    done = subprocess.run(  # noqa: S603 - our own options; the text goes in by its standard input
        [str(shutil.which(_PROGRAM)), *options],
        input=text.encode(),
        capture_output=True,
        check=False,
        timeout=_LONGEST_SECONDS,
    )
    if done.returncode or not done.stdout:
        raise NoVoice(f"{_PROGRAM} said nothing: {done.stderr.decode(errors='replace')[:200]}")
    return done.stdout
