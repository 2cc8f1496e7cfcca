"""What every side of a call has in common, whichever way it is carried."""

from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Protocol

from vssid.channels.hotline.agent.counts import Counts
from vssid.channels.hotline.agent.leg import (
    Closing,
    Digit,
    Ended,
    Ending,
    LegEvent,
    OnEvent,
    PlaybackDone,
    Speech,
    Started,
)

_log = logging.getLogger(__name__)


class Sound(Protocol):
    """Clips out, speech in."""

    def play(self, clips: Sequence[bytes], done: Callable[[], None]) -> None: ...

    def stop(self) -> None: ...

    def listen(self, on: bool) -> None: ...

    def is_speaking(self) -> bool: ...


class BaseLeg(ABC):
    """``stream`` is set right after it is made."""

    stream: Sound

    def __init__(self, started: Started, counts: Counts) -> None:
        self.on_event: OnEvent = lambda event: None
        self.started = started
        self._counts = counts
        self._loop = asyncio.get_running_loop()
        self._token = 0
        self._ended = False

    # what the conversation asks for

    def play(self, clips: Sequence[bytes]) -> int:
        self._token += 1
        token = self._token
        if not self._ended:
            self.stream.play(clips, lambda: self._heard(token))
        return token

    def stop(self) -> None:
        self._token += 1
        if not self._ended:
            self.stream.stop()

    def listen(self, on: bool) -> None:
        if not self._ended:
            self.stream.listen(on)

    def is_speaking(self) -> bool:
        return not self._ended and self.stream.is_speaking()

    def hangup(self) -> None:
        if not self._ended:
            self._loop.call_soon(self.end, "us")

    # what is told to it

    def key(self, key: str, way: str) -> None:
        self._counts.add("digits", way)
        self._tell(Digit(key))

    def speech(self, pcm: bytes) -> None:
        self._tell(Speech(pcm))

    def close_soon(self) -> None:
        self._tell(Closing())

    @abstractmethod
    def end(self, reason: Ending) -> None:
        """Frees everything, once."""

    def _over(self, reason: Ending) -> None:
        """The last event, when everything is freed."""
        self._counts.add("endings", reason)
        self._deliver(Ended(reason))

    def _heard(self, token: int) -> None:
        if token == self._token:
            self._tell(PlaybackDone(token))

    def _tell(self, event: LegEvent) -> None:
        if not self._ended:
            self._deliver(event)

    def _deliver(self, event: LegEvent) -> None:
        """A conversation that breaks ends its own call and no other."""
        try:
            self.on_event(event)
        except Exception:
            _log.exception("the conversation broke at %s", type(event).__name__)
            self.end("failed")
