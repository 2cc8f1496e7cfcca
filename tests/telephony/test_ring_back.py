"""Calls of ours: leased from the core, sent by the trunk with its digest, answered or not."""

from __future__ import annotations

import asyncio
import re
import socket
from dataclasses import dataclass, field

import pytest

from tests.environment.telephony.host import Exchange, exchange
from vssid.channels.hotline.agent import agent as agents
from vssid.channels.hotline.agent.agent import Core
from vssid.channels.hotline.agent.leg import Ended, Started
from vssid.channels.hotline.agent.rules import Trunk


@dataclass(frozen=True)
class Due:
    id: str
    to: str
    language: str


@dataclass
class FakeTrunk:
    """Loses the first request, asks who calls, rings, and answers with this."""

    answer: str
    requests: list[str] = field(default_factory=list)

    async def __aenter__(self) -> FakeTrunk:
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.socket.setblocking(False)
        self.sound = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.sound.bind(("127.0.0.1", 0))
        self.address: tuple[str, int] = self.socket.getsockname()
        asyncio.get_running_loop().add_reader(self.socket.fileno(), self._read)
        return self

    async def __aexit__(self, *_: object) -> None:
        asyncio.get_running_loop().remove_reader(self.socket.fileno())
        self.socket.close()
        self.sound.close()

    def methods(self) -> list[str]:
        return [one.split(" ", 1)[0] for one in self.requests]

    def _read(self) -> None:
        data, agent = self.socket.recvfrom(65_536)
        request = data.decode()
        if request.startswith("SIP/2.0"):
            return
        self.requests.append(request)
        method = self.methods()[-1]
        if method in {"BYE", "CANCEL"}:
            self._reply(request, agent, "200 OK")
        elif method == "INVITE" and len(self.requests) > 1:
            self._invited(request, agent)

    def _invited(self, request: str, agent: tuple[str, int]) -> None:
        if "Authorization: Digest" not in request:
            challenge = 'WWW-Authenticate: Digest realm="trunk", nonce="n1", algorithm=MD5, qop="auth"\r\n'
            self._reply(request, agent, "401 Unauthorized", challenge)
            return
        self._reply(request, agent, "180 Ringing")
        self._reply(request, agent, self.answer, "Contact: <sip:callee@127.0.0.1:5>\r\n", self._described())

    def _described(self) -> str:
        port = self.sound.getsockname()[1]
        return (
            f"v=0\r\nc=IN IP4 127.0.0.1\r\nm=audio {port} RTP/AVP 8 101\r\n"
            "a=rtpmap:101 telephone-event/8000\r\n"
        )

    def _reply(
        self, request: str, agent: tuple[str, int], status: str, more: str = "", body: str = ""
    ) -> None:
        lines = re.findall(r"^(?:Via|From|Call-ID|CSeq): .*$", request, re.MULTILINE)
        to = re.findall(r"^To: ([^\r]*)", request, re.MULTILINE)[0]
        head = "\r\n".join(line.rstrip("\r") for line in lines)
        kind = f"Content-Type: application/sdp\r\nContent-Length: {len(body)}\r\n\r\n" if body else "\r\n"
        first = f"SIP/2.0 {status}\r\n{head}\r\nTo: {to.partition(';')[0]};tag=callee\r\n"
        self.socket.sendto(f"{first}{more}{kind}{body}".encode(), agent)


async def _rung(answer: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Exchange, FakeTrunk]:
    """One ring-back is due; waits until the conversation knows what became of it."""
    monkeypatch.setattr(agents, "_LEASE_S", 0.01)
    due = [Due("ring-1", "+84912345678", "vi")]

    async def lease() -> list[Due]:
        return [due.pop()] if due else []

    async def end(ring_back: str, outcome: str) -> None:
        raise AssertionError("it could be rung")

    async def reachable() -> bool:
        return True

    async with FakeTrunk(answer) as trunk:
        gate = Trunk(trunk.address, "19009068", "vssid", "secret")
        async with exchange(core=Core(lease, end, reachable), trunk=gate) as board:
            async with asyncio.timeout(5):
                while not (board.scripts and board.scripts[0].events):  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
                if answer.startswith("200"):
                    await asyncio.sleep(0.1)
                    board.scripts[0].leg.hangup()
                await board.agent.switchboard.empty.wait()
                await asyncio.sleep(0.05)
        return board, trunk


def test_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    board, trunk = asyncio.run(_rung("200 OK", monkeypatch))
    started, *_, ended = board.scripts[0].events
    assert isinstance(started, Started)
    assert (started.ring_back, started.dialled, started.language_hint) == ("ring-1", "+84912345678", "vi")
    assert ended == Ended("us")
    # lost, sent again, challenged, acknowledged, sent with the proof, acknowledged to whom it reached, ended
    assert trunk.methods() == ["INVITE", "INVITE", "ACK", "INVITE", "ACK", "BYE"]
    assert trunk.requests[-2].startswith("ACK sip:callee@127.0.0.1:5 SIP/2.0")
    assert "From: <sip:19009068@127.0.0.1>" in trunk.requests[0]
    assert "secret" not in "".join(trunk.requests)


def test_not_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    board, trunk = asyncio.run(_rung("486 Busy Here", monkeypatch))
    assert board.scripts[0].events == [Ended("refused")]
    assert trunk.methods() == ["INVITE", "INVITE", "ACK", "INVITE", "ACK"]
