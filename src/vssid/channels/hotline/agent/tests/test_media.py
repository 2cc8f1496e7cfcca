from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from tests.environment.telephony.keypad import packets

from vssid.channels.hotline.agent import caller, g711
from vssid.channels.hotline.agent.counts import Counts
from vssid.channels.hotline.agent.keys import Keys
from vssid.channels.hotline.agent.media import Format, Stream
from vssid.channels.hotline.agent.ports import Ports
from vssid.channels.hotline.agent.ticker import FRAME_S, Ticker


@dataclass
class Call:
    stream: Stream
    other: socket.socket
    counts: Counts
    keys: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def heard(self) -> tuple[int, ...]:
        """Marker, payload type, number, timestamp of the next packet; its payload is kept."""
        packet = self.other.recv(2048)
        self.payload = packet[12:]
        flags, kind, number, timestamp, _ = struct.unpack_from("!BBHII", packet)
        assert flags == 0x80
        return kind >> 7, kind & 0x7F, number, timestamp

    async def sends(self, *digits: str, source: socket.socket | None = None) -> None:
        for digit in digits:
            for _, packet in packets(digit, before=0.04, gap=0.02):
                (source or self.other).sendto(packet, ("127.0.0.1", self.stream.port))
        for _ in range(100):  # a packet a turn
            await asyncio.sleep(0)


def _socket() -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    made.bind(("127.0.0.1", 0))
    made.setblocking(False)
    return made


@asynccontextmanager
async def _call(law: int = 8) -> AsyncIterator[Call]:
    """The ticker never runs: the tests say which tick it is."""
    loop, ports, counts, keys = (
        asyncio.get_running_loop(),
        Ports("127.0.0.1", [17_998]),
        Counts(),
        list[str](),
    )
    ticker = Ticker(loop)
    stream = Stream(
        loop, ticker, ports, counts, on_key=lambda key, way: keys.append(key), on_speech=lambda pcm: None
    )
    with _socket() as other:
        stream.agree(Format(other.getsockname(), law, 96))
        yield Call(stream, other, counts, keys)
        stream.close()
    ticker.close()
    assert ports.taken == 0


def test_clips_go_out_frame_by_frame() -> None:
    async def heard() -> None:
        async with _call(law=0) as call:
            call.stream.play([b"\x2a" * 250, b"\xaa" * 100], lambda: call.done.append("all"))
            assert [call.stream.send_frame(tick) for tick in (7, 8, 9)] == [True, True, False]
            first, second, third = call.heard(), call.heard(), call.heard()
            assert [one[0] for one in (first, second, third)] == [1, 0, 0]  # one burst of talk
            assert {one[1] for one in (first, second, third)} == {0}
            assert third[2] == (first[2] + 2) % 65_536
            assert third[3] == (first[3] + 320) % 2**32
            # the last clip is filled up with silence, in the caller's own law
            silence = g711.SILENCE[8].translate(g711.FROM_ALAW[0])
            assert call.payload == bytes([g711.FROM_ALAW[0][0xAA]]) * 30 + silence[:130]
            await asyncio.sleep(0)
            assert call.done == ["all"]
            call.stream.play([b"\x2a" * 160], lambda: call.done.append("more"))
            call.stream.send_frame(30)
            assert call.heard()[0] == 1
            assert call.stream.sent == 4

    asyncio.run(heard())


def test_stopped_held_and_replaced() -> None:
    async def heard() -> None:
        async with _call() as call:
            call.stream.play([bytes(320)], lambda: call.done.append("never"))
            call.stream.stop()
            assert call.stream.send_frame(1) is False
            call.stream.play([bytes(320)], lambda: call.done.append("held"))
            call.stream.agree(Format(call.other.getsockname(), 8, 96, sending=False))
            assert call.stream.send_frame(2) is True
            assert call.stream.held
            with pytest.raises(BlockingIOError):
                call.heard()
            with _socket() as elsewhere:
                call.stream.agree(Format(elsewhere.getsockname(), 8, 96))
                assert call.stream.send_frame(3) is True
                assert elsewhere.recv(2048)[12:] == bytes(160)
            await asyncio.sleep(0)
            assert call.done == []

    asyncio.run(heard())


def test_keys_and_whose_they_are() -> None:
    async def pressed() -> None:
        async with _call() as call:
            with _socket() as stranger:
                await call.sends("0011#*")
                await call.sends("5", source=stranger)  # the port was learned from the first packet
            assert "".join(call.keys) == "0011#*"
            stray = call.counts.of("packets", "stray")
            assert stray > 0
            for nonsense in (b"", b"\x80", b"\x00" * 12, b"\xbf" * 20, b"\x90\x60" + b"\xff" * 14):
                call.other.sendto(nonsense, ("127.0.0.1", call.stream.port))
            await call.sends()
            assert "".join(call.keys) == "0011#*"
            assert call.counts.of("packets", "malformed") == 3

    asyncio.run(pressed())


def test_each_press_counts_once() -> None:
    pressed: list[str] = []
    keys = Keys(lambda key, way: pressed.append(key + way[0]))
    event = struct.pack("!BBH", 7, 10, 160)
    keys.rtp(1, 1_000, event, 0.0)
    keys.rtp(1, 1_000, event, 0.02)
    keys.rtp(1, 2_000, event, 0.3)  # the same key again, no end seen
    keys.rtp(1, 1_000, event, 0.31)  # a straggler of the first
    assert pressed == ["7r", "7r"]
    keys.info("application/dtmf-relay", "Signal= 7\r\nDuration=100", 0.4)  # the second once more, by INFO
    keys.info("application/dtmf-relay", "Signal= 7\r\nDuration=100", 0.5)
    keys.info("application/dtmf", "11", 0.9)
    assert pressed[2:] == ["7i", "#i"]
    assert not keys.info("text/plain", "1", 1.0)
    assert not keys.info("application/dtmf", "A", 1.0)
    keys.rtp(1, 9_000, struct.pack("!BBH", 8, 10, 0xFFFF), 2.0)
    keys.rtp(
        1, 9_000 + 0xFFFF, struct.pack("!BBH", 8, 10, 160), 10.0
    )  # held so long that it goes on in parts
    keys.rtp(2, 5, event, 11.0)  # their clock started anew
    keys.rtp(2, 6, struct.pack("!BBH", 14, 10, 160), 12.0)
    keys.rtp(2, 7, b"\x01", 12.0)
    assert pressed[4:] == ["8r", "7r"]


def test_the_ticker_keeps_its_deadlines_and_skips_what_is_too_late() -> None:
    class Sending:
        ticks: list[int] = []

        def send_frame(self, tick: int) -> bool:
            self.ticks.append(tick)
            return len(self.ticks) < 4

    loop = asyncio.new_event_loop()
    try:
        ticker = Ticker(loop)
        ticker._origin -= 10
        sending = Sending()
        ticker.add(sending)
        ticker._next -= 100
        loop.run_until_complete(asyncio.sleep(5 * FRAME_S))
    finally:
        loop.close()
    assert ticker.skipped in {99, 100}
    assert sending.ticks == list(range(sending.ticks[0], sending.ticks[0] + 4))


def test_laws_by_the_tables_of_the_standard() -> None:
    assert g711.samples(bytes([0xD5, 0x55, 0xAA, 0x2A]), 8).tolist() == [8, -8, 32_256, -32_256]
    assert g711.samples(bytes([0xFF, 0x7F, 0x80, 0x00]), 0).tolist() == [0, 0, 32_124, -32_124]
    there = g711.samples(bytes(range(256)).translate(g711.FROM_ALAW[0]), 0).astype(int)
    here = g711.samples(bytes(range(256)), 8).astype(int)
    assert (abs(there - here) <= 4 + abs(here) / 32).all()
    assert len(g711.twice_as_fine(bytes(160), 8)) == 640


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0912345678", "+84912345678"),
        ("84912345678", "+84912345678"),
        ("+84912345678", "+84912345678"),
        ("0084912345678", "+84912345678"),
        ("+81312345678", "+81312345678"),
        ("anonymous", ""),
        ("12", ""),
        ("", ""),
    ],
)
def test_callers_as_carriers_write_them(written: str, number: str) -> None:
    assert caller.e164(written) == number
