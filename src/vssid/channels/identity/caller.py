"""Which browser calls, and from which network."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from vssid.apps.accounts.services.begin_session import DEVICE_REMEMBERED
from vssid.apps.accounts.services.check_number_and_password import Caller
from vssid.kit.caller_network import network_of

DEVICE_COOKIE = "vssid_device"


def caller_of(request: HttpRequest) -> Caller:
    return Caller(device_token=device_token(request), network=network_of(request))


def device_token(request: HttpRequest) -> str:
    """What the browser kept from an earlier sign-in; empty when it kept nothing."""
    return request.COOKIES.get(DEVICE_COOKIE, "")


def keep_device_token(response: HttpResponseBase, token: str) -> None:
    response.set_cookie(
        DEVICE_COOKIE,
        token,
        max_age=DEVICE_REMEMBERED,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
