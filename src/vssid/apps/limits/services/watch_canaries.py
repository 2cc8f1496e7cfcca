"""Canaries: numbers given to nobody. Who types one walks the numbers, and the security log says so."""

from __future__ import annotations

import logging

from django.conf import settings

from vssid.kit.sealing import lookup_digest

_log = logging.getLogger("vssid.security")


def watch_canaries(*, number: str, caller: str, door: str) -> None:
    """``number``: as typed, without spaces. ``caller``: the network; only its keyed hash is told.

    The answer stays that of any number nobody has.
    """
    if number in settings.CANARY_NUMBERS:
        _log.warning("canary number asked", extra={"door": door, "caller": lookup_digest("caller", caller)})
