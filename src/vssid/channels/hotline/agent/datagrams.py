"""SIP over UDP: whom we listen to, what is sent again until answered, and what was answered before."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import Any, TypeAlias

from aiosipua.headers import parse_via, stringify_via
from aiosipua.message import SipMessage, SipRequest, SipResponse
from aiosipua.transport import UdpSipTransport

from vssid.channels.hotline.agent.counts import Counts

_log = logging.getLogger(__name__)
_LARGEST = 16_384

Address: TypeAlias = tuple[str, int]
Key: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True)
class Timers:
    """RFC 3261's, in seconds; tests shorten them."""

    first: float = 0.5  # T1
    longest: float = 4.0  # T2
    give_up: float = 32.0  # 64 T1


class Resending:
    """Sends now, then at growing distances until stopped; ``gives_up`` when nobody answered in time."""

    def __init__(self, timers: Timers, send: Callable[[], None], gives_up: Callable[[], None]) -> None:
        self._loop = asyncio.get_running_loop()
        self._timers, self._send, self._gives_up = timers, send, gives_up
        self._wait, self._until = timers.first, self._loop.time() + timers.give_up
        self._timer = self._loop.call_later(self._wait, self._again)
        send()

    def _again(self) -> None:
        left = self._until - self._loop.time()
        if left <= 0:
            self._gives_up()
            return
        self._send()
        self._wait = min(2 * self._wait, self._timers.longest)
        self._timer = self._loop.call_later(min(self._wait, left), self._again)

    def stop(self) -> None:
        self._timer.cancel()


class Answered:
    """The last answer to every request of the last 32 s; a repeated request gets it once more."""

    def __init__(self, keep_s: float) -> None:
        self._keep_s = keep_s
        self._answers: OrderedDict[Key, tuple[float, bytes, Address | None]] = OrderedDict()

    def begin(self, key: Key) -> None:
        self._forget()
        self._answers[key] = (time.monotonic(), b"", None)

    def keep(self, key: Key, answer: bytes, to: Address) -> None:
        if key in self._answers:
            self._answers[key] = (self._answers[key][0], answer, to)

    def get(self, key: Key) -> tuple[bytes, Address | None] | None:
        self._forget()
        found = self._answers.get(key)
        return found and found[1:]

    def _forget(self) -> None:
        oldest = time.monotonic() - self._keep_s
        while self._answers and next(iter(self._answers.values()))[0] < oldest:
            self._answers.popitem(last=False)


class Datagrams(UdpSipTransport):  # type: ignore[misc]  # the library is untyped here
    """The library's transport, deaf to strangers, patient with loss, and at home on uvloop."""

    def __init__(
        self,
        address: Address,
        edges: Collection[IPv4Network | IPv6Network],
        timers: Timers,
        counts: Counts,
    ) -> None:
        super().__init__(local_addr=address)
        self.local_addr: Address = address
        self._counts = counts
        self._timers = timers
        self._is_edge = lru_cache(maxsize=1024)(lambda host: any(ip_address(host) in one for one in edges))
        self._answered = Answered(timers.give_up)
        self._asked: dict[Key, Resending] = {}
        self.on_unanswered: Callable[[SipRequest], None] = lambda request: None

    async def start(self) -> None:
        loop = asyncio.get_running_loop()
        self._udp_transport, _ = await loop.create_datagram_endpoint(
            lambda: _Protocol(self._dispatch), local_addr=self.local_addr
        )
        host, port, *_ = self._udp_transport.get_extra_info("sockname")
        self.local_addr = host, port

    async def stop(self) -> None:
        for resending in self._asked.values():
            resending.stop()
        self._asked.clear()
        await super().stop()

    @property
    def bound(self) -> bool:
        return self._udp_transport is not None

    def send(self, message: SipRequest | SipResponse, addr: Address) -> None:
        """Requests are sent again until answered; ACK is the one that gets no answer."""
        raw = bytes(message)
        if isinstance(message, SipRequest) and message.method != "ACK":
            key = _key(message)
            self.stop_asking(message)
            self._asked[key] = Resending(
                self._timers, lambda: self.send_raw(raw, addr), lambda: self._unanswered(key, message)
            )
            return
        self.send_raw(raw, addr)

    def send_reply(self, response: SipResponse) -> None:
        """To where the request came from, which our own mark in the top Via tells."""
        via = parse_via(response.headers.get("via")[0])
        port = via.rport or via.port or 5060
        to = (via.received or via.host, int(port))
        raw = bytes(response)
        self._answered.keep(_key(response), raw, to)
        self.send_raw(raw, to)

    def send_raw(self, raw: bytes, to: Address) -> None:
        if self._udp_transport is None or not 0 < to[1] < 65_536:
            return
        self._udp_transport.sendto(raw, to)

    def _dispatch(self, data: bytes, addr: Address) -> None:
        if not self._is_edge(addr[0]):
            self._counts.add("dropped", "stranger")
            return
        if len(data) > _LARGEST or not data.strip():  # blank lines keep a binding open
            self._counts.add("dropped", "size")
            return
        try:
            self._handle(SipMessage.parse(data), addr)
        except (ValueError, IndexError, KeyError, OverflowError):  # what the library makes of nonsense
            self._counts.add("dropped", "malformed")
            _log.debug("a message from %s could not be read", addr[0])

    def _handle(self, message: SipRequest | SipResponse, addr: Address) -> None:
        if isinstance(message, SipResponse):
            self.stop_asking(message)
            self.on_message(message, addr)
            return
        _mark(message, addr)
        if message.method == "ACK":
            self.on_message(message, addr)
            return
        key = _key(message)
        if (before := self._answered.get(key)) is not None:
            raw, to = before
            if to is not None:
                self.send_raw(raw, to)
            return
        self._answered.begin(key)
        self.on_message(message, addr)

    def stop_asking(self, message: SipRequest | SipResponse) -> None:
        """The request itself, or an answer to it."""
        if resending := self._asked.pop(_key(message), None):
            resending.stop()

    def _unanswered(self, key: Key, request: SipRequest) -> None:
        self._asked.pop(key, None)
        self.on_unanswered(request)


class _Protocol(asyncio.DatagramProtocol):
    """The library's own asserts a type of transport that uvloop does not have."""

    def __init__(self, received: Callable[[bytes, Address], None]) -> None:
        self._received = received

    def datagram_received(self, data: bytes, addr: tuple[str | Any, int]) -> None:
        self._received(data, (str(addr[0]), int(addr[1])))


def _key(message: SipRequest | SipResponse) -> Key:
    """The transaction: top Via's branch, call, number and method. ValueError, IndexError without them."""
    branch = parse_via(message.headers.get("via")[0]).branch or ""
    return branch, message.call_id or "", " ".join((message.get_header("cseq") or "").split())


def _mark(request: SipRequest, addr: Address) -> None:
    """Where it really came from, whatever the sender claims: answers go there and nowhere else."""
    vias = list(request.headers.get("via"))
    top = parse_via(vias[0])
    top.params["received"] = addr[0]
    if "rport" in top.params:
        top.params["rport"] = str(addr[1])
    request.headers.remove("Via")
    for via in (stringify_via(top), *vias[1:]):
        request.headers.append("Via", via)
