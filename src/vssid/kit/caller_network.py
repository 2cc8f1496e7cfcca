"""From which network a request comes, for limits that count callers."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

_ONE_SUBSCRIBER = 64
"""Bits of an IPv6 address that a provider gives to one household."""


def caller_network(*, remote: str, forwarded_for: str, trusted_proxies: int) -> str:
    """The address that the outermost trusted proxy saw; of an IPv6 address the subscriber's network.

    ``remote``: who connected to us. ``forwarded_for``: the X-Forwarded-For header, to whose end each proxy
    adds the address it saw; what stands further left is the caller's own word and not believed.
    Anything unreadable falls back to ``remote``, and that, unreadable too, to the empty string.
    """
    seen = [part.strip() for part in forwarded_for.split(",") if part.strip()]
    believed = seen[-trusted_proxies:] if trusted_proxies else []
    return _network(believed[0] if believed else remote) or _network(remote) or ""


def network_of(request: HttpRequest) -> str:
    """:func:`caller_network` behind the proxies of this installation."""
    return caller_network(
        remote=request.META.get("REMOTE_ADDR", ""),
        forwarded_for=request.headers.get("X-Forwarded-For", ""),
        trusted_proxies=settings.TRUSTED_PROXIES,
    )


def _network(text: str) -> str | None:
    try:
        address = ip_address(text)
    except ValueError:
        return None
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return str(address.ipv4_mapped)
    if isinstance(address, IPv6Address):
        return str(ip_network((address, _ONE_SUBSCRIBER), strict=False))
    return str(address)
