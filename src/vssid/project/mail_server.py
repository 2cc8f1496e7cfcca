"""The mail server's address, as the SMTP connection wants it."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

_SECONDS = 20


def connection(url: str) -> dict[str, Any]:
    """Of ``smtp://user:password@host:port`` (STARTTLS) or ``smtps://``; empty for an empty address.

    ``smtp+plain://`` speaks without encryption: for a relay on this machine. ValueError for anything else.
    """
    if not url:
        return {}
    address = urlsplit(url)
    if address.scheme not in {"smtp", "smtps", "smtp+plain"} or not address.hostname:
        raise ValueError("VSSID_EMAIL_URL: expected smtp://host:port or smtps://host:port")
    return {
        "host": address.hostname,
        "port": address.port or (465 if address.scheme == "smtps" else 587),
        "username": unquote(address.username or ""),
        "password": unquote(address.password or ""),
        "use_ssl": address.scheme == "smtps",
        "use_tls": address.scheme == "smtp",
        "timeout": _SECONDS,
    }
