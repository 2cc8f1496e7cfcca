"""Asks for a code to choose a new password with. The one service of web and hotline.

What is asked is only put into the queue, in the same few statements for every number: answer, length and time
tell nothing of who has an account. The worker finds out and sends, or does not.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import orjson

from vssid.apps.accounts.errors import NetworkSlowed
from vssid.apps.accounts.jobs import answer_reset_request
from vssid.apps.accounts.resets import Door
from vssid.apps.accounts.services.answer_reset import TOKEN
from vssid.apps.limits.selectors.closings import blocked_until
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.limits.services.watch_canaries import watch_canaries
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.selectors.numbers import read_number
from vssid.kit.sealing import lookup_digest
from vssid.kit.tokens import sealed_token

_NETWORK, _PACE = "reset_network", "reset_network_pace"
# thousands may share one carrier address: a network is slowed, never stopped
_NETWORK_TRIES, _NETWORK_WINDOW, _PAUSE = 20, timedelta(minutes=10), timedelta(seconds=5)


def request_reset(
    *, number: str, channel: Channel, network: str, now: datetime, door: Door = Door.WEB, officer: str = ""
) -> None:
    """``officer``: a pseudonym, when one asks for somebody who chats.

    Takes no actor: before this, nobody is anybody. Not inside a transaction: tries count. Raises
    NetworkSlowed, or what is wrong with the number's form.
    """
    typed = read_number(number)[0][1]
    watch_canaries(number=typed, caller=network, door="reset")
    keep_reset_pace(network, now)
    asked = {
        "number": typed,
        "channel": channel,
        "door": door,
        "caller": lookup_digest("caller", network),
        "calling_from": "",
        "officer": officer,
        "at": now.timestamp(),
    }
    answer_reset_request.enqueue(sealed_token(TOKEN, orjson.dumps(asked)))


def request_reset_by_phone(
    *,
    number: str,
    calling_from: str,
    session: str,
    edge: str,
    now: datetime,
    degraded: bool = False,
    officer: str = "",
) -> None:
    """From a call: ``calling_from`` in E.164, empty when withheld; ``session`` names the call in records.
    ``degraded``: the call was told that there are no new passwords by telephone. ``officer``: a pseudonym.

    The same statements whoever calls and whatever was typed. Belongs into the transaction that notes the
    attempt, so that it is asked once. Takes no actor. Raises what is wrong with the number's form.
    """
    typed = read_number(number)[0][1]
    watch_canaries(number=typed, caller=calling_from or session, door="hotline")
    asked = {
        "number": typed,
        "channel": Channel.SMS,
        "door": Door.HOTLINE,
        "caller": lookup_digest("caller", calling_from) if calling_from else "",
        "calling_from": calling_from,
        "session": session,
        "edge": edge,
        "degraded": degraded,
        "officer": officer,
        "at": now.timestamp(),
    }
    answer_reset_request.enqueue(sealed_token(TOKEN, orjson.dumps(asked)))


def keep_reset_pace(network: str, now: datetime) -> None:
    """Raises NetworkSlowed."""
    if blocked_until(kind=_NETWORK, subject=network, now=now) is not None:
        verdict = try_hit(kind=_PACE, subject=network, limit=1, window=_PAUSE, now=now, growth=1)
        verdict.pass_or(NetworkSlowed, now=now)
    try_hit(kind=_NETWORK, subject=network, limit=_NETWORK_TRIES, window=_NETWORK_WINDOW, now=now, growth=1)
