"""Puts on each request who acts, keeps a used session alive, holds back who must first change a password,
and marks the answer that signs out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from vssid.apps.accounts.selectors.signed_in import SignedIn
from vssid.apps.accounts.services.end_tokens import end_tokens
from vssid.channels.identity.leaving import forget_copies
from vssid.channels.identity.staff_session import staff_of
from vssid.channels.identity.visitor import (
    carries_session,
    keep_alive,
    must_change_password,
    outlived,
    visitor_of,
)
from vssid.domain.values.actor import ANONYMOUS, Actor
from vssid.kit import clock

_OPEN_BEFORE_CHANGE = frozenset(
    {"account_change_password", "account_logout", "set_language", "set_text_size", "healthz", "readyz"}
)


class KnownRequest(HttpRequest):
    """``visitor``, ``actor`` and ``staff_actor`` are read from the database when first used.

    ``staff_actor``: the member of staff whose session has shown the second factor lately, else nobody.
    """

    visitor: SignedIn
    actor: Actor
    staff_actor: Actor


class ActorOnRequest:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        known = cast("KnownRequest", request)
        if carries_session(request) and outlived(request):
            # as with a session that ran out by itself, the person's saved copies stay
            end_tokens(session_keys=[request.session.session_key or ""], now=clock.now())
            logout(request)
        came_signed_in = carries_session(request)
        key = request.session.session_key if came_signed_in else None
        if came_signed_in:
            known.visitor = cast("SignedIn", SimpleLazyObject(lambda: visitor_of(request)))
            known.actor = cast("Actor", SimpleLazyObject(lambda: known.visitor.actor))
            known.staff_actor = cast("Actor", SimpleLazyObject(lambda: staff_of(request)))
            keep_alive(request)
        else:
            known.actor = known.staff_actor = ANONYMOUS
        response = self.get_response(request)
        if came_signed_in and not carries_session(request):
            # whichever page ended the session
            forget_copies(response)
            end_tokens(session_keys=[key or ""], now=clock.now())
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        name = request.resolver_match.url_name if request.resolver_match else None
        if name in _OPEN_BEFORE_CHANGE or not carries_session(request) or not must_change_password(request):
            return None
        return redirect("account_change_password")
