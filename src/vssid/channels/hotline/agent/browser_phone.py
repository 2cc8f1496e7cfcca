"""Where the core hands on what a browser offers: part of the agent's own HTTP, in a demonstration alone."""

from __future__ import annotations

import hmac
import logging
import secrets
from typing import TYPE_CHECKING

from aiohttp import web

from vssid.channels.hotline.agent.caller import e164
from vssid.channels.hotline.agent.counts import Counts
from vssid.channels.hotline.agent.leg import Converse, Started
from vssid.channels.hotline.agent.ticker import Ticker

if TYPE_CHECKING:
    from vssid.channels.hotline.agent.web_leg import WebPhones

_log = logging.getLogger(__name__)
_MOST_CALLS = 8


class BrowserPhone:
    """``token``: whoever shows it is the core; no page of another site can."""

    def __init__(self, token: str, ticker: Ticker, converse: Converse, counts: Counts) -> None:
        self._token = token
        self._phones = _phones(ticker, converse, counts)
        self.draining = False

    @property
    def routes(self) -> list[web.RouteDef]:
        return [web.get("/browser-phone", self._state), web.post("/browser-phone", self._call)]

    async def stop(self) -> None:
        if self._phones:
            await self._phones.stop()

    async def _state(self, request: web.Request) -> web.Response:
        """204: it can be called; 501: the extra is missing."""
        self._refuse_strangers(request)
        return web.Response(status=204 if self._phones else 501)

    async def _call(self, request: web.Request) -> web.Response:
        """``{"sdp", "caller", "dialled"}`` → ``{"sdp"}``."""
        self._refuse_strangers(request)
        if self._phones is None:
            raise web.HTTPNotImplemented
        if self.draining or len(self._phones.legs) >= _MOST_CALLS:
            raise web.HTTPServiceUnavailable
        asked = await request.json()
        started = Started(
            call_id=f"browser-{secrets.token_hex(8)}",
            caller=e164(str(asked.get("caller", ""))),
            attested=False,
            dialled=str(asked.get("dialled", ""))[:32],
            language_hint="",
        )
        from vssid.channels.hotline.agent.web_leg import NotAcceptable

        try:
            return web.json_response({"sdp": await self._phones.answer(str(asked.get("sdp", "")), started)})
        except NotAcceptable as error:
            raise web.HTTPNotAcceptable from error

    def _refuse_strangers(self, request: web.Request) -> None:
        shown = request.headers.get("Authorization", "")
        if not self._token or not hmac.compare_digest(shown.encode(), f"Bearer {self._token}".encode()):
            raise web.HTTPForbidden


def _phones(ticker: Ticker, converse: Converse, counts: Counts) -> WebPhones | None:
    try:
        from vssid.channels.hotline.agent.web_leg import WebPhones
    except ImportError:
        _log.warning("no phone in the browser: requirements/voice-web.txt is not installed")
        return None
    return WebPhones(ticker, converse, counts)
