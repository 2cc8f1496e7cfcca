"""Cuts speech from what is heard: from the first loud frame to a pause, while somebody listens."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from vssid.channels.hotline.agent import g711

_LOUD = 500.0
"""Mean level of a frame above which someone speaks: about -36 dBFS; line noise stays far below."""
_BEFORE = 10
_PAUSE = 40
_SHORTEST = 10
_LONGEST = 500
"""In frames of 20 ms: kept before the first loud one, the pause that ends it, limits."""


class Hearing:
    def __init__(self, on_speech: Callable[[bytes], None]) -> None:
        self._on_speech = on_speech
        self._on = False
        self._before: deque[bytes] = deque(maxlen=_BEFORE)
        self._frames: list[bytes] = []
        self._loud = self._quiet = 0

    @property
    def is_speaking(self) -> bool:
        return bool(self._frames)

    def listen(self, on: bool) -> None:
        self._on = on
        self._clear()

    def hear(self, frame: bytes, law: int) -> None:
        if not self._on:
            return
        loud = g711.loudness(frame, law) > _LOUD
        if not self._frames and not loud:
            self._before.append(frame)
            return
        self._frames.append(frame)
        self._loud += loud
        self._quiet = 0 if loud else self._quiet + 1
        if self._quiet >= _PAUSE or len(self._frames) >= _LONGEST:
            self._cut(law)

    def _cut(self, law: int) -> None:
        heard, enough = b"".join([*self._before, *self._frames]), self._loud >= _SHORTEST
        self._clear()
        if enough:
            self._on_speech(g711.twice_as_fine(heard, law))

    def _clear(self) -> None:
        self._before.clear()
        self._frames = []
        self._loud = self._quiet = 0
