"""Mutated messages: the agent answers or drops them, stays well, and keeps nothing."""

from __future__ import annotations

import asyncio
import logging
import re
import socket
from random import Random

import pytest

from tests.environment.nights import NIGHT
from tests.environment.telephony.host import exchange
from vssid.channels.hotline.agent.datagrams import Timers

MESSAGES = 20_000 if NIGHT else 1_000
_SEED = 20_261_129
_AT_A_TIME = 20

_SDP = (
    "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
    "m=audio 23000 RTP/AVP 8 0 96\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:96 telephone-event/8000\r\n"
    "a=fmtp:96 0-15\r\na=ptime:20\r\na=sendrecv\r\n"
)
METHODS = [
    "INVITE",
    "ACK",
    "BYE",
    "CANCEL",
    "OPTIONS",
    "INFO",
    "REFER",
    "NOTIFY",
    "UPDATE",
    "PRACK",
    "MESSAGE",
]
_POISON = [
    b"", b"\x00", b"\r\n", b"\r\n\r\n", b"%n%s", b"\xff\xfe", b";;;", b"<<>>", b'"', b"9" * 20, b"-1", b",",
    b"\xe2\x80\xae", b"a" * 3000, b"z9hG4bK", b"SIP/2.0 200 OK", b"[::1]:0", b"tag=tag=", b"\t \t",
]  # fmt: skip


class Fuzzer:
    """Makes messages of new calls and within those the agent has answered, and breaks most of them."""

    def __init__(self, agent: tuple[str, int]) -> None:
        self._chance = Random(_SEED)  # noqa: S311 - the same messages every time
        self._agent = agent
        self._calls: dict[str, str] = {}
        self._number = 0
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self._socket.setblocking(False)

    def close(self) -> None:
        self._socket.close()

    def send(self) -> None:
        if broken := self._broken(self.message()):
            self._socket.sendto(broken[:60_000], self._agent)

    def learn(self) -> None:
        """The agent's tags, so that later messages are of calls it knows; most are acknowledged."""
        try:
            while answer := self._socket.recv(65_536):
                call = re.search(rb"\nCall-ID: (call-\d+)\r", answer)
                tag = re.search(rb"\nTo: [^\r]*;tag=([0-9a-f]+)\r", answer)
                name = call[1].decode() if call else ""
                if name and tag and name not in self._calls and answer.startswith(b"SIP/2.0 200"):
                    self._calls[name] = tag[1].decode()
                    if self._chance.random() < 0.8:
                        self._socket.sendto(self.message("ACK", name), self._agent)
        except BlockingIOError:
            return

    async def still_answers(self) -> None:
        self.learn()  # room for the answer
        self._socket.sendto(self.message("OPTIONS"), self._agent)
        async with asyncio.timeout(5):
            while b"X-Load" not in await asyncio.get_running_loop().sock_recv(self._socket, 65_536):
                pass

    def message(self, method: str = "", call: str = "") -> bytes:
        self._number += 1
        call = call or self._some_call()
        tag = f";tag={self._calls[call]}" if call in self._calls else ""
        method = method or (self._chance.choice(METHODS) if tag else "INVITE")
        described = method in {"INVITE", "UPDATE", "ACK"}
        body = _SDP if described else "Signal=5\r\nDuration=100\r\n"
        lines = [
            f"{method} sip:19009068@127.0.0.1 SIP/2.0",
            f"Via: SIP/2.0/UDP 127.0.0.1:5999;branch=z9hG4bK{self._number};rport",
            f"From: <sip:0912345678@127.0.0.1>;tag=f{call}",
            f"To: <sip:19009068@127.0.0.1>{tag}",
            f"Call-ID: {call}",
            f"CSeq: {self._number} {method}",
            "Contact: <sip:0912345678@127.0.0.1:5999>",
            "Max-Forwards: 70",
            "P-Asserted-Identity: <tel:+84912345678>",
            "Refer-To: <sip:x@127.0.0.1>",
            "Event: refer",
            f"Content-Type: application/{'sdp' if described else 'dtmf-relay'}",
            f"Content-Length: {len(body)}",
        ]
        return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()

    def _some_call(self) -> str:
        known = list(self._calls)[-40:]
        return self._chance.choice(known) if known and self._chance.random() < 0.6 else f"call-{self._number}"

    def _broken(self, message: bytes) -> bytes:
        data, chance = bytearray(message), self._chance
        for _ in range(chance.choice([0, 0, 1, 1, 2, 4, 12])):
            place, length = chance.randrange(len(data) + 1), chance.choice([1, 1, 4, 30, 200])
            what = chance.randrange(6)
            if what == 0:
                data[place : place + 1] = bytes([chance.randrange(256)])
            elif what == 1:
                del data[place : place + length]
            elif what == 2:
                data[place:place] = chance.choice(_POISON)
            elif what == 3:
                data[place:place] = data[place : place + length]
            elif what == 4:
                lines = bytes(data).split(b"\r\n")
                chance.shuffle(lines)
                data = bytearray(b"\r\n".join(lines))
            else:
                data = data[:place]
        return bytes(data)


def test_no_message_breaks_the_agent(caplog: pytest.LogCaptureFixture) -> None:
    broken: list[object] = []

    async def fuzz() -> None:
        quick = Timers(first=0.2, longest=0.4, give_up=1.5)
        async with exchange(timers=quick, silence_s=0.3, longest_s=3.0) as board:
            asyncio.get_running_loop().set_exception_handler(lambda _, context: broken.append(context))
            fuzzer = Fuzzer(board.address)
            for number in range(MESSAGES):
                fuzzer.send()
                if number % _AT_A_TIME == 0:
                    await _turns(3 * _AT_A_TIME)  # it reads one a turn
                    fuzzer.learn()
            await fuzzer.still_answers()
            fuzzer.close()
            async with asyncio.timeout(20):
                await board.agent.switchboard.empty.wait()
            assert board.taken == 0
            begun = [one for one in board.scripts if one.caller]
            assert len(begun) > MESSAGES / 200, "too few messages were good enough to begin a call"

    with caplog.at_level(logging.ERROR):
        asyncio.run(fuzz())
    assert not broken
    assert [one.getMessage() for one in caplog.records if one.levelno >= logging.ERROR] == []


async def _turns(count: int) -> None:
    for _ in range(count):
        await asyncio.sleep(0)
