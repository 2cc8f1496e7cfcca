"""Tells a trunk where we are, and again whenever it forgot or refused."""

from __future__ import annotations

import asyncio

from aiosipua.auth import SipDigestAuth
from aiosipua.registration import Registration

from vssid.channels.hotline.agent.calling import Caller
from vssid.channels.hotline.agent.rules import Trunk

_AGAIN_S = 30.0


class Registering:
    """Begins when it is made, on the running loop."""

    def __init__(self, uac: Caller, trunk: Trunk, user_agent: str) -> None:
        self._registration = Registration(
            uac,
            f"sip:{trunk.user}@{trunk.address[0]}",
            trunk.address,
            auth=SipDigestAuth(trunk.user, trunk.password),
            user_agent=user_agent,
        )
        self._registration.on_failed = self._registration.on_expired = self._again
        self._registration.register()

    def stop(self) -> None:
        self._registration.unregister()

    def _again(self, registration: Registration, *_: object) -> None:
        asyncio.get_running_loop().call_later(_AGAIN_S, registration.register)
