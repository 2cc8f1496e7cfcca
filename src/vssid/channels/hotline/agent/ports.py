"""The ports for sound: even numbers of the configured range, each with one call at most."""

from __future__ import annotations

import socket
from collections import deque
from collections.abc import Iterable
from ipaddress import ip_address

_EXPEDITED = 0xB8
"""DSCP EF: routers that look at it send voice first."""


class Ports:
    def __init__(self, host: str, numbers: Iterable[int]) -> None:
        self._host = host
        self._family = socket.AF_INET6 if ip_address(host).version == 6 else socket.AF_INET
        self._free = deque(numbers)
        self.taken = 0

    def take(self) -> socket.socket:
        """A bound socket; the longest unused port first, so that stragglers of old calls meet nobody.

        OSError when none is left.
        """
        for _ in range(len(self._free)):
            number = self._free.popleft()
            made = socket.socket(self._family, socket.SOCK_DGRAM)
            try:
                made.bind((self._host, number))
            except OSError:  # another program's
                made.close()
                self._free.append(number)
                continue
            made.setblocking(False)
            if self._family == socket.AF_INET:
                made.setsockopt(socket.IPPROTO_IP, socket.IP_TOS, _EXPEDITED)
            self.taken += 1
            return made
        raise OSError("no port for sound is free")

    def give_back(self, taken: socket.socket) -> None:
        self._free.append(taken.getsockname()[1])
        self.taken -= 1
        taken.close()
