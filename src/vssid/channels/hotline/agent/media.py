"""The sound of one call: clips out by the ticker, keys and speech in, on a socket of its own."""

from __future__ import annotations

import asyncio
import secrets
import struct
from collections.abc import Callable
from dataclasses import dataclass

from vssid.channels.hotline.agent import g711
from vssid.channels.hotline.agent.base_stream import BaseStream
from vssid.channels.hotline.agent.counts import Counts
from vssid.channels.hotline.agent.keys import Keys
from vssid.channels.hotline.agent.playing import FRAME
from vssid.channels.hotline.agent.ports import Ports
from vssid.channels.hotline.agent.ticker import Ticker

_HEADER = struct.Struct("!BBHII")
_VERSION = 0x80
_MARKER = 0x80
_LARGEST = 2048


@dataclass(frozen=True)
class Format:
    """What was agreed: where to send, in which law, how keys are numbered, whether we may send."""

    address: tuple[str, int]
    law: int  # payload type: 8 A-law, 0 mu-law
    keys: int | None  # payload type of telephone-event
    sending: bool = True


@dataclass
class Received:
    """What came from the other side; sequence numbers tell what is missing."""

    first: int = -1
    highest: int = 0
    packets: int = 0
    late: int = 0

    def count(self, number: int) -> None:
        self.packets += 1
        if self.first < 0:
            self.first = self.highest = number
            return
        ahead = (number - self.highest) & 0xFFFF
        if ahead < 0x8000:
            self.highest += ahead
        else:
            self.late += 1

    @property
    def lost(self) -> int:
        return max(0, self.highest - self.first + 1 - self.packets) if self.packets else 0


class Stream(BaseStream):
    """``alive_at``: when the other side was last heard, or our last prompt ended."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        ticker: Ticker,
        ports: Ports,
        counts: Counts,
        *,
        on_key: Callable[[str, str], None],
        on_speech: Callable[[bytes], None],
    ) -> None:
        """OSError when no port is left."""
        super().__init__(loop, ticker, on_speech)
        self._ports, self._counts = ports, counts
        self.keys = Keys(on_key)
        self._socket = ports.take()
        self.port: int = self._socket.getsockname()[1]
        self._format: Format | None = None
        self._learned = False
        self._source = secrets.randbits(32)
        self._base = secrets.randbits(32)
        self._number = secrets.randbits(16)
        self._last_tick = -2
        self.received = Received()
        self.alive_at = loop.time()
        self.sent = 0
        loop.add_reader(self._socket.fileno(), self._readable)

    @property
    def playing(self) -> bool:
        return bool(self._playing)

    @property
    def held(self) -> bool:
        return self._format is not None and not self._format.sending

    def agree(self, format_: Format) -> None:
        """The first agreement, or a new one: a new address is adopted and its port learned anew."""
        if self._format is None or self._format.address != format_.address:
            self._learned = False
            self._to = format_.address
        self._format = format_

    def close(self) -> None:
        """Frees socket and port; counts what came."""
        if self._socket.fileno() < 0:
            return
        self.stop()
        self._loop.remove_reader(self._socket.fileno())
        self._ports.give_back(self._socket)
        self._counts.add("packets", "sent", self.sent)
        self._counts.add("packets", "received", self.received.packets)
        self._counts.add("packets", "lost", self.received.lost)
        self._counts.add("packets", "late", self.received.late)

    def send_frame(self, tick: int) -> bool:
        """Held: the prompt waits."""
        agreed = self._format
        if not self._playing or agreed is None:
            return False
        if not agreed.sending:
            return True
        frame = self._playing.next_frame().translate(g711.FROM_ALAW[agreed.law])
        marker = _MARKER if tick != self._last_tick + 1 else 0
        self._last_tick = tick
        self._number = (self._number + 1) & 0xFFFF
        timestamp = (self._base + tick * FRAME) & 0xFFFFFFFF
        header = _HEADER.pack(_VERSION, marker | agreed.law, self._number, timestamp, self._source)
        try:
            self._socket.sendto(header + frame, self._to)
        except OSError:
            self._counts.add("packets", "unsent")
        self.sent += 1
        if self._playing:
            return True
        self.alive_at = self._loop.time()
        self._loop.call_soon(self._playing.done)
        return False

    def _readable(self) -> None:
        """One packet a turn: the loop calls again while there are more, and others get their turn."""
        try:
            packet, sender = self._socket.recvfrom(_LARGEST)
        except OSError:  # nothing there after all, or the other side's port is closed
            return
        self._take(packet, sender)

    def _take(self, packet: bytes, sender: tuple[str, int]) -> None:
        agreed = self._format
        if agreed is None or not self._is_theirs(sender) or len(packet) < _HEADER.size:
            self._counts.add("packets", "stray")
            return
        flags, kind, number, timestamp, source = _HEADER.unpack_from(packet)
        payload = packet[_HEADER.size :] if flags == _VERSION else _payload(packet, flags)
        if payload is None:
            self._counts.add("packets", "malformed")
            return
        if not self._learned:
            self._learned, self._to = True, sender[:2]
        self.alive_at = self._loop.time()
        self.received.count(number)
        kind &= 0x7F
        if kind == agreed.keys:
            self.keys.rtp(source, timestamp, payload, self.alive_at)
        elif kind == agreed.law:
            self._hearing.hear(payload, agreed.law)

    def _is_theirs(self, sender: tuple[str, int]) -> bool:
        """From the address agreed on; once its port is learned, from there alone."""
        if self._learned:
            return sender[:2] == self._to
        assert self._format is not None  # noqa: S101 - asked after agreement alone
        return sender[0] == self._format.address[0]


def _payload(packet: bytes, flags: int) -> bytes | None:
    if flags >> 6 != _VERSION >> 6:
        return None
    start = _HEADER.size + 4 * (flags & 0x0F)
    if flags & 0x10:
        if len(packet) < start + 4:
            return None
        start += 4 + 4 * int.from_bytes(packet[start + 2 : start + 4], "big")
    end = len(packet) - (packet[-1] if flags & 0x20 else 0)
    return packet[start:end] if start <= end else None
