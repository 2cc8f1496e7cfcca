"""A call has come in: what it may do is decided here, once, and the call is held to it."""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from vssid.apps.accounts.selectors.telephone import telephone_share_wrong
from vssid.apps.assistant.calls import caller_digest, read_caller, require_agent, seal_caller
from vssid.apps.assistant.models import VoiceSession
from vssid.apps.assistant.selectors.hours import desk_hours
from vssid.apps.assistant.vocabulary import Policy
from vssid.apps.limits.services.try_hit import try_hit
from vssid.domain.values.actor import Actor

_ONE_ALARM, _IN = 1, timedelta(minutes=5)
_log = logging.getLogger("vssid.security")


@dataclass(frozen=True, slots=True)
class Begun:
    """``agent_hours``: officers answer now."""

    session: str
    policy: Policy
    agent_hours: bool


def begin_call(
    *,
    actor: Actor,
    call_id: str,
    caller: str,
    attested: bool,
    dialled: str,
    language: str,
    now: datetime,
    edge: str = "",
) -> Begun:
    """``caller``: as the edge tells it; one that is no number counts as withheld. Not inside a transaction.

    Raises NotAllowed.
    """
    require_agent(actor)
    number, key, policy = read_caller(caller), uuid.uuid4(), _policy(now)
    VoiceSession.objects.create(
        id=key,
        started_at=now,
        moved_at=now,
        attested=attested,
        call_id=call_id,
        edge=edge,
        dialled=dialled,
        caller=caller_digest(number),
        caller_sealed=seal_caller(number, key),
        language=language,
        policy=policy,
        state="START",
    )
    return Begun(key.hex, policy, desk_hours(now).is_open)


def _policy(now: datetime) -> Policy:
    if settings.MAINTENANCE_UNTIL is not None and now < settings.MAINTENANCE_UNTIL:
        return Policy.CLOSED
    share = telephone_share_wrong(now=now)
    if share is None or share < settings.VOICE_DEGRADED_SHARE:
        return Policy.OK
    if try_hit(kind="voice_degraded", subject="alarm", limit=_ONE_ALARM, window=_IN, now=now).allowed:
        _log.warning("telephone resets are degraded", extra={"percent_wrong": share})
    return Policy.DEGRADED
