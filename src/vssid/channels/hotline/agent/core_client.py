"""The core as the voice agent reaches it: JSON over HTTP, one credential (docs/develop/hotline-api.md)."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import aiohttp

from vssid.channels.hotline.agent.counts import Counts
from vssid.domain.dialogue.events import SessionOpened
from vssid.domain.dialogue.requests import (
    Answer,
    AnswerBySms,
    CallBack,
    Case,
    Code,
    Done,
    Found,
    HandOver,
    OpenSession,
    OutboundCode,
    Question,
    Request,
    Reset,
    RingBack,
)

LIMIT_S = 3.0
_AGAIN_S = 0.2


class CoreRefused(Exception):
    """Any answer but success."""


@dataclass(frozen=True, slots=True)
class Session:
    opened: SessionOpened
    agent_uri: str


@dataclass(frozen=True, slots=True)
class DueCall:
    """A ring-back to make now."""

    id: str
    to: str
    language: str


class CoreClient:
    """Made on the loop it runs on; ``close`` it. Raises CoreRefused, TimeoutError and aiohttp.ClientError.

    ``limit_s``: as long as a caller waits for the core.
    """

    def __init__(self, url: str, token: str, counts: Counts, *, limit_s: float = LIMIT_S) -> None:
        self.limit_s = limit_s
        self._url = f"{url.rstrip('/')}/internal/hotline/"
        self._counts = counts
        self._http = aiohttp.ClientSession(
            headers={"Authorization": f"Bearer {token}"},
            timeout=aiohttp.ClientTimeout(total=limit_s),
            connector=aiohttp.TCPConnector(limit=0),
        )

    async def close(self) -> None:
        await self._http.close()

    async def is_reachable(self) -> bool:
        """Whether it is there and lets this agent in: only then it says that POST alone is taken."""
        try:
            async with self._http.get(f"{self._url}sessions") as answer:
                return answer.status == 405
        except (aiohttp.ClientError, TimeoutError):
            return False

    async def open_session(self, request: OpenSession) -> Session:
        fields = _fields(request)
        fields |= {name: fields[name][:most] for name, most in _MOST.items()}
        body = await self._post("sessions", "sessions", fields)
        opened = SessionOpened(body["session"], body["policy"], bool(body["agent_hours"]))
        return Session(opened, body.get("agent_uri", ""))

    async def ask(self, session: str, request: Request) -> Answer:
        """What may be asked twice is asked again while there is time: a core that restarts is no failure."""
        if isinstance(request, OutboundCode):
            body = await self._post("code", f"outbound/{quote(request.ring_back, safe='')}/code", {})
        else:
            name = _NAMES[type(request)]
            twice = isinstance(request, (Reset, Question))
            body = await self._post(name, _of(session, name), _fields(request), twice=twice)
        return _answer(request, body)

    async def tell_state(self, session: str, state: str, language: str, topic: str) -> None:
        await self._post(
            "state", _of(session, "state"), {"state": state, "language": language, "topic": topic}
        )

    async def end(self, session: str, outcome: str, seconds: int) -> None:
        await self._post("end", _of(session, "end"), {"outcome": outcome, "seconds": seconds}, twice=True)

    async def lease_calls(self) -> list[DueCall]:
        body = await self._post("lease", "outbound/lease", {})
        return [DueCall(call["id"], call["to"], call["language"]) for call in body["calls"]]

    async def end_outbound(self, ring_back: str, outcome: str) -> None:
        await self._post("end", f"outbound/{quote(ring_back, safe='')}/end", {"outcome": outcome}, twice=True)

    async def _post(
        self, name: str, path: str, body: Mapping[str, Any], *, twice: bool = False
    ) -> dict[str, Any]:
        async with asyncio.timeout(self.limit_s):
            while True:
                try:
                    return await self._once(name, path, body)
                except (aiohttp.ClientConnectorError, aiohttp.ServerDisconnectedError) as error:
                    never_sent = isinstance(error, aiohttp.ClientConnectorError)
                    if not (twice or never_sent):
                        raise
                await asyncio.sleep(_AGAIN_S)

    async def _once(self, name: str, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        async with self._http.post(self._url + path, json=body) as answer:
            self._counts.add("core", f"{name} {answer.status}")
            if not answer.ok:
                raise CoreRefused(f"{name}: {answer.status}")
            return {} if answer.status == 204 else await answer.json()


# what the other side of a call may make longer than the core takes
_MOST = {"call_id": 128, "dialled": 20}
_NAMES: Mapping[type[Request], str] = {
    Reset: "reset",
    RingBack: "ring-back",
    Question: "question",
    AnswerBySms: "answer-by-sms",
    HandOver: "hand-over",
    CallBack: "call-back",
}


def _of(session: str, what: str) -> str:
    return f"sessions/{quote(session, safe='')}/{what}"


def _fields(request: Request) -> dict[str, Any]:
    fields = {name: getattr(request, name) for name in request.__dataclass_fields__}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}


def _answer(request: Request, body: Mapping[str, Any]) -> Answer:
    match request:
        case HandOver():
            return Case(body["case"])
        case RingBack() if "digits" in body:
            return Code(body["digits"], int(body["valid_minutes"]))
        case OutboundCode():
            return Code(body["digits"], int(body["valid_minutes"]))
        case Question():
            return Found(body["kind"], tuple(each["entry"] for each in body.get("entries", ())))
        case _:
            return Done()
