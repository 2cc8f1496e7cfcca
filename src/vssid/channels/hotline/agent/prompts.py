"""The recorded prompts, all in memory: raw A-law at 8 kHz, about 8 kB a second."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

_log = logging.getLogger(__name__)

_SILENCE = b"\xd5" * 800
"""A tenth of a second: what is heard of a clip that nobody rendered."""
_BEHIND = ("en", "vi")
"""Where a clip is missing in a language, the next in this order is heard."""
_NOT_SPOKEN = "answer_not_spoken"


class Clips:
    """``<folder>/<language>/<key>.alaw``, named ``<language>/<key>``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sounds: dict[str, bytes] = {}
        self.reload()

    def reload(self) -> None:
        """All at once, so that a call never hears half of a new set."""
        files = sorted(self._folder.glob("*/*.alaw"))
        self._sounds = {f"{file.parent.name}/{file.stem}": file.read_bytes() for file in files}
        if not self._sounds:
            _log.error("no prompts in %s: run vssid hotline prompts render", self._folder)

    def __len__(self) -> int:
        return len(self._sounds)

    def sounds(self, names: Sequence[str]) -> list[bytes]:
        return [self._sound(name) for name in names]

    def _sound(self, name: str) -> bytes:
        language, _, key = name.partition("/")
        keys = (key, _NOT_SPOKEN) if key.startswith("answer_") else (key,)
        for each in keys:
            for spoken in (language, *_BEHIND):
                if sound := self._sounds.get(f"{spoken}/{each}"):
                    return sound
        _log.warning("the prompt %s is missing", name)
        return _SILENCE
