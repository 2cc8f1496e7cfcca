"""Keys as RTP packets (RFC 4733), and as files that sipp plays."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

_KEYS = "0123456789*#"
_FRAME = 160
_FRAME_S = 0.02
_SOURCE = 0x5A5A5A5A
SILENCE = b"\xd5" * _FRAME


def packets(
    digits: str, *, kind: int = 96, law: int = 8, before: float = 0.5, ends: int = 3, gap: float = 0.1
) -> Iterator[tuple[float, bytes]]:
    """When each is due, and its RTP. Each press: five packets 20 ms apart, same timestamp, then its ends."""
    tick = number = 0

    def packet(kind: int, timestamp: int, payload: bytes, *, marker: bool = False) -> tuple[float, bytes]:
        nonlocal tick, number
        header = struct.pack("!BBHII", 0x80, kind | marker << 7, number, timestamp & 0xFFFFFFFF, _SOURCE)
        due = tick * _FRAME_S
        tick, number = tick + 1, number + 1
        return due, header + payload

    def quiet(seconds: float) -> Iterator[tuple[float, bytes]]:
        for _ in range(round(seconds / _FRAME_S)):
            yield packet(law, tick * _FRAME, SILENCE)

    yield from quiet(before)
    for digit in digits:
        since, event = tick * _FRAME, _KEYS.index(digit)
        for part in range(1, 6):
            yield packet(kind, since, struct.pack("!BBH", event, 10, part * _FRAME), marker=part == 1)
        for _ in range(ends):
            yield packet(kind, since, struct.pack("!BBH", event, 0x80 | 10, 5 * _FRAME))
        yield from quiet(gap)


def write_pcap(path: Path, digits: str, *, ends: int = 3, before: float = 0.5) -> Path:
    """sipp keeps the distances in time and puts its own addresses and ports in."""
    with path.open("wb") as file:
        file.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65_535, 1))
        for due, rtp in packets(digits, ends=ends, before=before):
            frame = _ethernet(rtp)
            file.write(struct.pack("<IIII", int(due), int(due % 1 * 1e6), len(frame), len(frame)) + frame)
    return path


def _ethernet(rtp: bytes) -> bytes:
    udp = struct.pack("!HHHH", 10_000, 10_000, 8 + len(rtp), 0) + rtp
    loopback = bytes([127, 0, 0, 1])
    ip = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(udp), 0, 0, 64, 17, 0) + loopback + loopback
    return bytes(12) + b"\x08\x00" + ip + udp
