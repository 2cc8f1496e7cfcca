"""A caller without telephony: hears clips by name for as long as they last, presses keys at given moments."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from vssid.channels.hotline.agent import leg as legs
from vssid.channels.hotline.agent.leg import LegEvent, OnEvent
from vssid.channels.hotline.agent.prompts import Clips

A_CLIP_S = 2.0


class NamedClips(Clips):
    """Every clip is there, and sounds like its name."""

    def __init__(self) -> None:
        self._sounds = {}

    def sounds(self, names: Sequence[str]) -> list[bytes]:
        return [name.encode() for name in names]


def nobody(_: LegEvent) -> None:
    pass


class FakeLeg:
    """``did``: (second, what) of every command. ``takes``: whether a person takes the transfer."""

    def __init__(self, *, takes: bool = True) -> None:
        self.on_event: OnEvent = nobody
        self._loop = asyncio.get_running_loop()
        self._takes = takes
        self._token = 0
        self._done: asyncio.TimerHandle | None = None
        self._began = self._loop.time()
        self.did: list[tuple[float, str]] = []
        self.speaks_until = 0.0
        self.over = asyncio.Event()

    # commands

    def play(self, clips: Sequence[bytes]) -> int:
        self._quiet()
        self._token += 1
        self._did(" ".join(clip.decode() for clip in clips))
        heard = legs.PlaybackDone(self._token)
        self._done = self._loop.call_later(A_CLIP_S * len(clips), self.on_event, heard)
        return self._token

    def stop(self) -> None:
        self._quiet()
        self._did("stop")

    def listen(self, on: bool) -> None:
        self._did("listen" if on else "deaf")

    def is_speaking(self) -> bool:
        return self.speaks_until > self.clock

    async def transfer(self, uri: str, case: str) -> bool:
        self._did(f"transfer {uri};case={case}")
        await asyncio.sleep(1)
        if self._takes:
            self.end("transferred")
        return self._takes

    def hangup(self) -> None:
        self._did("hang up")
        self._loop.call_soon(self.end, "us")

    # what happens

    def start(
        self, *, dialled: str = "8", hint: str = "en", caller: str = "+84901", ring_back: str = ""
    ) -> None:
        self.on_event(legs.Started("call", caller, True, dialled, hint, ring_back))

    def end(self, reason: legs.Ending) -> None:
        if not self.over.is_set():
            self._quiet()
            self.on_event(legs.Ended(reason))
            self.over.set()

    async def press(self, keys: str, *, at: float) -> None:
        await asyncio.sleep(at - self.clock)
        for key in keys:
            self.on_event(legs.Digit(key))
            await asyncio.sleep(0.2)

    @property
    def clock(self) -> float:
        return round(self._loop.time() - self._began, 3)

    @property
    def heard(self) -> list[str]:
        return [name for _, what in self.did for name in what.split() if "/" in name]

    def when(self, what: str) -> float:
        return next(second for second, done in self.did if what in done)

    def _did(self, what: str) -> None:
        self.did.append((self.clock, what))

    def _quiet(self) -> None:
        if self._done:
            self._done.cancel()
