"""What the sound of every call has in common: clips out by the ticker, speech in."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence

from vssid.channels.hotline.agent.playing import Playing
from vssid.channels.hotline.agent.speech import Hearing
from vssid.channels.hotline.agent.ticker import Ticker


class BaseStream(ABC):
    def __init__(
        self, loop: asyncio.AbstractEventLoop, ticker: Ticker, on_speech: Callable[[bytes], None]
    ) -> None:
        self._loop, self._ticker = loop, ticker
        self._playing = Playing()
        self._hearing = Hearing(on_speech)

    def play(self, clips: Sequence[bytes], done: Callable[[], None]) -> None:
        """In place of what is playing; ``done`` once all was sent."""
        self._playing.start(clips, done)
        if self._playing:
            self._ticker.add(self)
        else:
            self._loop.call_soon(done)

    def stop(self) -> None:
        self._playing.clear()
        self._ticker.remove(self)

    def listen(self, on: bool) -> None:
        self._hearing.listen(on)

    def is_speaking(self) -> bool:
        return self._hearing.is_speaking

    @abstractmethod
    def send_frame(self, tick: int) -> bool:
        """Sends the frame of this tick; False: nothing more to send."""
