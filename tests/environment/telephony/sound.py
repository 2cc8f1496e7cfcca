"""What went over this machine's loopback: the sound an agent sent, as a caller would have heard it."""

from __future__ import annotations

import asyncio
import socket
import struct
from dataclasses import dataclass, field

_OUTGOING = 4  # the loopback shows every packet twice
_ALL_KINDS = 0x0003


@dataclass(frozen=True)
class Packet:
    at: float
    number: int
    timestamp: int
    kind: int
    marker: bool
    payload: bytes


@dataclass
class Tape:
    """Sound by the port it came from and the port it went to; signals as they were sent."""

    streams: dict[tuple[int, int], list[Packet]] = field(default_factory=dict)
    signals: list[bytes] = field(default_factory=list)

    def to(self, port: int) -> list[Packet]:
        return [one for (_, to), packets in self.streams.items() if to == port for one in packets]


class Listening:
    """Root alone may listen so."""

    def __init__(self, ports: range, signals: int = 0) -> None:
        self.tape = Tape()
        self._ports, self._signals = ports, signals
        self._socket = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(_ALL_KINDS))
        self._socket.bind(("lo", 0))
        self._socket.setblocking(False)
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._socket.fileno(), self._read)

    def close(self) -> None:
        self._loop.remove_reader(self._socket.fileno())
        self._socket.close()

    def _read(self) -> None:
        for _ in range(64):
            try:
                packet, where = self._socket.recvfrom(2048)
            except BlockingIOError:
                return
            if where[2] == _OUTGOING and packet[9:10] == b"\x11":
                self._keep(packet)

    def _keep(self, packet: bytes) -> None:
        start = 4 * (packet[0] & 0x0F)
        from_port, to_port = struct.unpack_from("!HH", packet, start)
        rtp = packet[start + 8 :]
        if from_port == self._signals:
            self.tape.signals.append(rtp)
        if from_port not in self._ports or len(rtp) < 12:
            return
        _, kind, number, timestamp, _ = struct.unpack_from("!BBHII", rtp)
        kept = Packet(self._loop.time(), number, timestamp, kind & 0x7F, bool(kind & 0x80), rtp[12:])
        self.tape.streams.setdefault((from_port, to_port), []).append(kept)
