"""One clock for every call: a frame each 20 ms, against absolute deadlines."""

from __future__ import annotations

import asyncio
import time
from typing import Protocol

from vssid.channels.hotline.agent.counts import Times

FRAME_S = 0.02
_TOO_LATE_S = 0.5


class Sending(Protocol):
    def send_frame(self, tick: int) -> bool:
        """Sends the frame of this tick; False: nothing more to send."""


class Ticker:
    """Runs while something is being sent."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._origin = time.monotonic()  # the loop's own time may stand still within a turn
        self._next = 0
        self._timer: asyncio.TimerHandle | None = None
        self._sending: dict[Sending, None] = {}
        self.lateness = Times("tick_lateness", "Time from a tick's deadline until its last frame was out")
        self.skipped = 0

    def add(self, sending: Sending) -> None:
        """From the next tick on, until it has nothing more to send."""
        self._sending[sending] = None
        if self._timer is None:
            self._next = self.tick + 1
            self._wait()

    def remove(self, sending: Sending) -> None:
        self._sending.pop(sending, None)

    def close(self) -> None:
        self._sending.clear()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    @property
    def tick(self) -> int:
        """The number of the current tick: the measure of every stream's timestamps."""
        return int((time.monotonic() - self._origin) / FRAME_S)

    def _wait(self) -> None:
        if not self._sending:
            self._timer = None
            return
        wait = self._origin + self._next * FRAME_S - time.monotonic()
        self._timer = self._loop.call_later(max(0.0, wait), self._run)

    def _run(self) -> None:
        late = time.monotonic() - (self._origin + self._next * FRAME_S)
        if late > _TOO_LATE_S:
            missed = self.tick - self._next
            self.skipped += missed
            self._next += missed
        deadline = self._origin + self._next * FRAME_S
        for sending in list(self._sending):
            if not sending.send_frame(self._next):
                self._sending.pop(sending, None)
        self.lateness.add(max(0.0, late, time.monotonic() - deadline))
        self._next += 1
        self._wait()
