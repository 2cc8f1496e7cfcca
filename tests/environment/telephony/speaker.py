"""Vietnamese said by Debian's espeak-ng, as a telephone carries it."""

from __future__ import annotations

import shutil
import subprocess

from vssid.integrations.voice.recordings import read_wav
from vssid.integrations.voice.telephone import telephone_sound

VOICES = ("vi", "vi+f2", "vi+f3", "vi+m3")
CLEAREST = "vi+f2"


def absent() -> str:
    return "" if shutil.which("espeak-ng") else "Debian's espeak-ng is not installed"


def said(text: str, voice: str = CLEAREST) -> bytes:
    """A-law, 8 kHz, with a little silence around it."""
    command = ["espeak-ng", "-v", voice, "-s", "140", "--stdout", text]
    spoken = subprocess.run(command, capture_output=True, check=True, timeout=30).stdout
    silence = b"\xd5" * 1600
    return silence + telephone_sound(*read_wav(spoken)) + silence
