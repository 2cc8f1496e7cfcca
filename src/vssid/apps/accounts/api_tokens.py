"""The token the application reads the API with: made from a sign-in session, good for ten minutes, no row."""

from __future__ import annotations

import struct
from datetime import datetime, timedelta

from vssid.domain.values.actor import Actor, ActorKind, Assurance
from vssid.domain.values.problem import Problem, marked
from vssid.kit.tokens import TokenBroken, opened_token, sealed_token

LIFETIME = timedelta(minutes=10)
CHANNEL = "api"

_KIND = "api"
_HEAD = struct.Struct(">qIB")
"""Person, second of expiry, assurance; the session's key follows."""


class TokenInvalid(Problem):
    code = "token_invalid"
    sentence = marked("This needs a token. Ask for one while signed in.")
    status = 401


class TokenExpired(Problem):
    code = "token_expired"
    sentence = marked("The token has ended. Ask for a new one while signed in.")
    status = 401


def token_for(actor: Actor, *, until: datetime) -> str:
    """A token that speaks for ``actor`` up to ``until``. Without grants: it opens the own record alone."""
    if actor.person_id is None:
        raise ValueError("a token speaks for a person")
    head = _HEAD.pack(actor.person_id, int(until.timestamp()), actor.assurance)
    return sealed_token(_KIND, head + actor.session.encode())


def actor_of(token: str, *, now: datetime) -> Actor:
    """Who the token speaks for. Raises TokenInvalid, or TokenExpired from its last second on."""
    try:
        content = opened_token(_KIND, token)
    except TokenBroken as error:
        raise TokenInvalid from error
    person_id, until, assurance = _HEAD.unpack_from(content)
    if now.timestamp() >= until:
        raise TokenExpired
    return Actor(
        kind=ActorKind.CITIZEN,
        id=str(person_id),
        person_id=person_id,
        assurance=Assurance(assurance),
        session=content[_HEAD.size :].decode(),
        channel=CHANNEL,
    )
