"""Tells a trunk where we are, again before it forgets, and takes it back at the end.

A trunk that refuses or does not answer is asked again, each time after twice as long: a wrong password
repeated without end locks an account.
"""

from __future__ import annotations

import asyncio
import logging

from aiosipua.auth import SipDigestAuth
from aiosipua.registration import Registration, RegistrationState

from vssid.channels.hotline.agent.calling import Caller
from vssid.channels.hotline.agent.rules import Trunk

_log = logging.getLogger(__name__)
_LONGEST_S = 900.0
_ENDED = (RegistrationState.UNREGISTERED, RegistrationState.FAILED)
_FAREWELL_S = 2.0
"""As long as the end of the agent waits for the trunk."""


class Registering:
    """Begins when it is made, on the running loop; ``again_s``: until the first try after a refusal."""

    def __init__(self, uac: Caller, trunk: Trunk, user_agent: str, *, again_s: float = 30.0) -> None:
        self._again_s = self._wait = again_s
        self._name = f"{trunk.user}@{trunk.address[0]}"
        self._timer: asyncio.TimerHandle | None = None
        self._leaving = False
        self._registration = Registration(
            uac,
            f"sip:{self._name}",
            trunk.address,
            auth=SipDigestAuth(trunk.user, trunk.password),
            user_agent=user_agent,
        )
        self._registration.on_registered = self._registered
        self._registration.on_failed = self._refused
        self._registration.on_expired = lambda _: self._again("forgot us before it answered")
        self._registration.register()

    async def stop(self) -> None:
        """The trunk asks for the password once more, so its answer is waited for, but not for long."""
        self._leaving = True
        if self._timer is not None:
            self._timer.cancel()
        if not self._registration.granted_expires:
            return
        self._registration.unregister()
        try:
            async with asyncio.timeout(_FAREWELL_S):
                while self._registration.state not in _ENDED:  # noqa: ASYNC110 - the library tells nobody
                    await asyncio.sleep(0.01)
        except TimeoutError:
            _log.warning("the trunk did not take back the registration of %s", self._name)

    def unanswered(self) -> None:
        """A REGISTER of ours was sent until it made no sense any more."""
        self._again("does not answer")

    def _registered(self, registration: Registration) -> None:
        self._wait = self._again_s
        _log.info("registered at the trunk as %s for %d s", self._name, registration.granted_expires)

    def _refused(self, _: Registration, status: int, reason: str) -> None:
        advice = (
            "; see VSSID_VOICE_TRUNK_USER and VSSID_VOICE_TRUNK_PASSWORD" if status in (401, 403, 407) else ""
        )
        self._again(f"refused with {status} {reason}{advice}")

    def _again(self, why: str) -> None:
        if self._leaving:
            return
        _log.warning("not registered at the trunk as %s: it %s; again in %d s", self._name, why, self._wait)
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(self._wait, self._registration.register)
        self._wait = min(2 * self._wait, _LONGEST_S)
