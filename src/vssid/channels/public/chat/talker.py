"""Who talks: a signed-in person, or a visitor known by what their browser keeps while it is open."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import cast

from django.http import HttpRequest
from django.utils.translation import get_language

from vssid.apps.accounts.selectors.signed_in import NO_HOUSEHOLD, SignedIn
from vssid.apps.assistant.answering import Asker
from vssid.domain.values.actor import ANONYMOUS, Actor, ActorKind
from vssid.kit import clock

_MARK = "chat"


class TalkingRequest(HttpRequest):
    """``visitor`` is there for whoever is signed in."""

    actor: Actor
    visitor: SignedIn


def talker(request: HttpRequest, *, begins: bool = False) -> Asker:
    """``begins``: something is said, so a visitor's browser is given a mark to find the chat again by."""
    known = cast("TalkingRequest", request)
    signed_in = known.actor.kind is ActorKind.CITIZEN and known.actor.person_id is not None
    return Asker(
        actor=known.actor if signed_in else replace(ANONYMOUS, session=_mark(request, begins=begins)),
        household=known.visitor.household if signed_in else NO_HOUSEHOLD,
        language=get_language() or "vi",
        now=clock.now(),
    )


def _mark(request: HttpRequest, *, begins: bool) -> str:
    mark = str(request.session.get(_MARK, ""))
    if not mark and begins:
        mark = request.session[_MARK] = secrets.token_urlsafe(16)
        request.session.set_expiry(0)
    # it ends when nothing is said for a while, not so long after the first word
    request.session.modified |= begins
    return mark
