"""A telephone of our own: calls an agent, presses keys, and keeps what it hears with its times."""

from __future__ import annotations

import asyncio
import itertools
import re
import struct
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from tests.environment.telephony.keypad import packets

Address = tuple[str, int]
_calls = itertools.count(1)
_NEXT_KEY_S = 0.02
_FRAME, _FRAME_S = 160, 0.02


@dataclass
class Sound:
    at: float
    number: int
    payload: bytes


class _Port(asyncio.DatagramProtocol):
    def __init__(self, received: Callable[[bytes, Address], None]) -> None:
        self._received = received

    def datagram_received(self, data: bytes, addr: Address) -> None:
        self._received(data, addr)

    def error_received(self, exc: Exception) -> None:
        """The agent was killed: what a caller would hear is silence."""


@dataclass
class Phone:
    """``heard``: every frame of sound; ``ended``: the agent has said goodbye."""

    agent: Address
    who: str
    dialled: str = "19009068"
    language: str = ""
    heard: list[Sound] = field(default_factory=list)
    answered_after: float = 0.0
    acknowledged_at: float = 0.0
    status: int = 0

    def __post_init__(self) -> None:
        self.call = f"phone-{next(_calls)}-{id(self)}"
        self.ended = asyncio.Event()
        self._answered = asyncio.Event()
        self._tag = ""
        self._sound_to: Address = self.agent
        self._loop = asyncio.get_running_loop()
        self._keys_sent = 0
        self._number = 1

    async def dial(self, *, within: float = 5.0) -> None:
        began = self._loop.time()
        self._signal("INVITE", self._described())
        async with asyncio.timeout(within):
            await self._answered.wait()
        self.answered_after = self._loop.time() - began
        self._signal("ACK")
        self.acknowledged_at = self._loop.time()

    async def press(self, keys: str) -> None:
        """In real time, each a tenth of a second, with timestamps that go on from those before."""
        began = self._loop.time()
        for due, packet in packets(keys, before=_NEXT_KEY_S, gap=0.06):
            flags, kind, number, timestamp = struct.unpack_from("!BBHI", packet)
            shifted = struct.pack("!BBHI", flags, kind, number, timestamp + self._keys_sent * 8_000)
            await asyncio.sleep(max(0.0, began + due - self._loop.time()))
            self._sound.sendto(shifted + packet[8:], self._sound_to)
        self._keys_sent += len(keys)

    async def say(self, sound: bytes) -> None:
        """``sound``: A-law, in real time; then a second of silence, as of somebody who waits."""
        began = self._loop.time()
        for place, at in enumerate(range(0, len(sound) + 8_000, _FRAME)):
            frame = sound[at : at + _FRAME].ljust(_FRAME, b"\xd5")
            header = struct.pack("!BBHII", 0x80, 8, place & 0xFFFF, at, 0x5A5A5A5A)
            await asyncio.sleep(max(0.0, began + place * _FRAME_S - self._loop.time()))
            self._sound.sendto(header + frame, self._sound_to)

    async def first_sound(self) -> float:
        """Seconds from our acknowledgement to the first frame."""
        async with asyncio.timeout(5):
            while not self.heard:  # noqa: ASYNC110
                await asyncio.sleep(0.001)
        return self.heard[0].at - self.acknowledged_at

    async def quiet(self, seconds: float, *, within: float = 30.0) -> None:
        """Until it has said nothing for so long, and has said something before."""
        count, since = len(self.heard), self._loop.time()
        async with asyncio.timeout(within):
            while len(self.heard) == count or self._loop.time() - self.heard[-1].at < seconds:
                if self.ended.is_set():
                    return
                await asyncio.sleep(0.01)
                if self._loop.time() - since > within:
                    raise TimeoutError

    def hang_up(self) -> None:
        self._number += 1
        self._signal("BYE")

    async def open(self) -> None:
        local = (self.agent[0], 0)
        self._signals, _ = await self._loop.create_datagram_endpoint(
            lambda: _Port(self._hear_signal), local_addr=local
        )
        self._sound, _ = await self._loop.create_datagram_endpoint(
            lambda: _Port(self._hear_sound), local_addr=local
        )

    def close(self) -> None:
        self._signals.close()
        self._sound.close()

    def _described(self) -> str:
        port = self._sound.get_extra_info("sockname")[1]
        return (
            f"v=0\r\no=- 1 1 IN IP4 {self.agent[0]}\r\ns=-\r\nc=IN IP4 {self.agent[0]}\r\nt=0 0\r\n"
            f"m=audio {port} RTP/AVP 8 96\r\na=rtpmap:96 telephone-event/8000\r\na=sendrecv\r\n"
        )

    def _signal(self, method: str, body: str = "") -> None:
        host, port = self._signals.get_extra_info("sockname")[:2]
        lines = [
            f"{method} sip:{self.dialled}@{self.agent[0]}:{self.agent[1]} SIP/2.0",
            f"Via: SIP/2.0/UDP {host}:{port};branch=z9hG4bK{self.call}{method}{self._number}",
            f"From: <sip:{self.who}@{host}:{port}>;tag=t{self.call}",
            f"To: <sip:{self.dialled}@{self.agent[0]}>{self._tag}",
            f"Call-ID: {self.call}",
            f"CSeq: {self._number} {method}",
            f"Contact: <sip:{self.who}@{host}:{port}>",
            "Max-Forwards: 70",
            *([f"X-Language: {self.language}"] if self.language else []),
            *(["Content-Type: application/sdp"] if body else []),
            f"Content-Length: {len(body)}",
        ]
        self._signals.sendto(("\r\n".join(lines) + "\r\n\r\n" + body).encode(), self.agent)

    def _hear_signal(self, data: bytes, _sender: Address) -> None:
        text = data.decode()
        first = text.split("\r\n", 1)[0]
        if first.startswith("SIP/2.0") and "INVITE" in _header(text, "CSeq"):
            self._hear_answer(int(first.split()[1]), text)
        elif first.startswith("BYE"):
            self._agree(text)
            self.ended.set()

    def _hear_answer(self, status: int, text: str) -> None:
        if status < 200 or self._answered.is_set():
            return
        self.status = status
        found = re.search(r";tag=[^\s;]+", _header(text, "To"))
        self._tag = found[0] if found else ""
        if sound := re.search(r"m=audio (\d+)", text):
            self._sound_to = (self.agent[0], int(sound[1]))
        self._answered.set()

    def _agree(self, request: str) -> None:
        lines = [f"{name}: {_header(request, name)}" for name in ("Via", "From", "To", "Call-ID", "CSeq")]
        self._signals.sendto(
            ("\r\n".join(["SIP/2.0 200 OK", *lines, "Content-Length: 0"]) + "\r\n\r\n").encode(), self.agent
        )

    def _hear_sound(self, data: bytes, sender: Address) -> None:
        """What is meant for whoever had this port before is not heard."""
        if sender == self._sound_to:
            number = struct.unpack_from("!H", data, 2)[0]
            self.heard.append(Sound(self._loop.time(), number, data[12:]))


def _header(text: str, name: str) -> str:
    found = re.search(rf"^{name}: (.*)$", text.replace("\r", ""), re.MULTILINE)
    return found[1] if found else ""


@asynccontextmanager
async def phone(
    agent: Address, who: str, *, dialled: str = "19009068", language: str = ""
) -> AsyncIterator[Phone]:
    made = Phone(agent, who, dialled, language)
    await made.open()
    try:
        yield made
    finally:
        made.close()
