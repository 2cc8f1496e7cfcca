"""Which browser calls, and from which network."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from vssid.apps.accounts.services.begin_session import DEVICE_REMEMBERED
from vssid.apps.accounts.services.check_number_and_password import Caller

DEVICE_COOKIE = "vssid_device"
_ONE_SUBSCRIBER = 64
"""Bits of an IPv6 address that a provider gives to one household."""


def caller_of(request: HttpRequest) -> Caller:
    return Caller(device_token=device_token(request), network=_network_of(request))


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


def _network_of(request: HttpRequest) -> str:
    """The caller's address; behind proxies the one our own outermost trusted proxy saw."""
    address = ip_address(get_adapter().get_client_ip(request))
    if isinstance(address, IPv6Address):
        return str(ip_network((address, _ONE_SUBSCRIBER), strict=False))
    return str(address)
