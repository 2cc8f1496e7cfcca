"""A call by telephone, as the conversation's ``CallLeg``."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import Protocol

from aiosipua.dialog import Dialog

from vssid.channels.hotline.agent.base_leg import BaseLeg
from vssid.channels.hotline.agent.counts import Counts
from vssid.channels.hotline.agent.datagrams import Address, Resending, Timers
from vssid.channels.hotline.agent.leg import Ending, Started
from vssid.channels.hotline.agent.media import Stream
from vssid.channels.hotline.agent.sdp import Descriptions


class Line(Protocol):
    """What a leg asks of the switchboard."""

    def say_bye(self, leg: SipLeg) -> None: ...

    def refer(self, leg: SipLeg, target: str) -> None: ...

    def forget(self, leg: SipLeg) -> None: ...


class SipLeg(BaseLeg):
    """What the switchboard sets right after it is made: its sound, its descriptions, its dialog."""

    stream: Stream
    descriptions: Descriptions
    dialog: Dialog

    def __init__(
        self, line: Line, peer: Address, started: Started, counts: Counts, *, transfer_s: float
    ) -> None:
        super().__init__(started, counts)
        self.peer = peer
        self.ringing: asyncio.TimerHandle | None = None
        self._answering: Resending | None = None
        self._transfer_s = transfer_s
        self.awaits_answer = False
        self.up_since: float | None = None
        self._line = line
        self._handing: asyncio.Future[bool] | None = None
        self._referred = False

    # what the conversation asks for

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
        self._over(reason)


def _with_case(uri: str, case: str) -> str:
    """The case as a parameter of the address; nothing in it may end the header or the parameter."""
    safe = re.sub(r"[^A-Za-z0-9-]", "", case)
    return f"{uri.strip('<>')};case={safe}" if safe else uri
