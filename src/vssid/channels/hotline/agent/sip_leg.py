"""A call by telephone, as the conversation's ``CallLeg``."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable, Sequence
from typing import Protocol

from aiosipua.dialog import Dialog

from vssid.channels.hotline.agent.counts import Counts
from vssid.channels.hotline.agent.datagrams import Address, Resending, Timers
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
from vssid.channels.hotline.agent.media import Stream
from vssid.channels.hotline.agent.sdp import Descriptions

_log = logging.getLogger(__name__)


class Line(Protocol):
    """What a leg asks of the switchboard."""

    def say_bye(self, leg: SipLeg) -> None: ...

    def refer(self, leg: SipLeg, target: str) -> None: ...

    def forget(self, leg: SipLeg) -> None: ...


class SipLeg:
    """What the switchboard sets right after it is made: its sound, its descriptions, its dialog."""

    stream: Stream
    descriptions: Descriptions
    dialog: Dialog

    def __init__(
        self, line: Line, peer: Address, started: Started, counts: Counts, *, transfer_s: float
    ) -> None:
        self.on_event: OnEvent = lambda event: None
        self.peer, self.started = peer, started
        self.ringing: asyncio.TimerHandle | None = None
        self._answering: Resending | None = None
        self._transfer_s = transfer_s
        self.awaits_answer = False
        self.up_since: float | None = None
        self._line, self._counts = line, counts
        self._loop = asyncio.get_running_loop()
        self._token = 0
        self._ended = False
        self._handing: asyncio.Future[bool] | None = None
        self._referred = False

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

    async def transfer(self, uri: str, case: str) -> bool:
        """REFER, then what the other side tells of it; a caller's side that just hangs up has taken it."""
        if self._ended or self._handing is not None or not uri:
            return False
        self._handing, self._referred = self._loop.create_future(), False
        self._line.refer(self, _with_case(uri, case))
        try:
            async with asyncio.timeout(self._transfer_s):
                taken = await self._handing
        except TimeoutError:
            taken = False
        finally:
            self._handing = None
        if taken:
            self.end("transferred")
        return taken

    def hangup(self) -> None:
        if not self._ended:
            self._loop.call_soon(self.end, "us")

    # what the switchboard tells

    @property
    def answered(self) -> bool:
        return self._answering is not None or self.up_since is not None

    def answer(self, send: Callable[[], None], timers: Timers) -> None:
        """Sends it until it is acknowledged; a caller that never does has vanished."""
        self.acknowledged()
        self._answering = Resending(timers, send, lambda: self.end("failed"))

    def acknowledged(self) -> None:
        if self._answering is not None:
            self._answering.stop()
            self._answering = None

    def begin(self) -> None:
        """Answered and acknowledged: from here on it can be heard."""
        if self.up_since is None and not self._ended:
            self.up_since = self._loop.time()
            self._tell(self.started)

    def key(self, key: str, way: str) -> None:
        self._counts.add("digits", way)
        self._tell(Digit(key))

    def speech(self, pcm: bytes) -> None:
        self._tell(Speech(pcm))

    def close_soon(self) -> None:
        self._tell(Closing())

    def refer_accepted(self) -> None:
        self._referred = True

    def refer_ended(self, taken: bool) -> None:
        if self._handing is not None and not self._handing.done():
            self._handing.set_result(taken)

    def gone(self) -> None:
        """Their BYE or CANCEL."""
        if self._handing is not None:
            self.refer_ended(self._referred)
            self.end("transferred" if self._referred else "caller", bye=False)
        else:
            self.end("caller", bye=False)

    def end(self, reason: Ending, *, bye: bool = True) -> None:
        """Frees everything, once."""
        if self._ended:
            return
        self._ended = True
        self.acknowledged()
        if self.ringing is not None:
            self.ringing.cancel()
        self.stream.close()
        if bye:
            self._line.say_bye(self)
        self._line.forget(self)
        self.refer_ended(reason == "transferred")
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


def _with_case(uri: str, case: str) -> str:
    """The case as a parameter of the address; nothing in it may end the header or the parameter."""
    safe = re.sub(r"[^A-Za-z0-9-]", "", case)
    return f"{uri.strip('<>')};case={safe}" if safe else uri
