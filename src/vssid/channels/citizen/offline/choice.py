"""How long this device keeps copies: a choice of the device, held in a cookie that says nothing personal.

The cookie outlives sign-out, so that "keep nothing" on a shared telephone stays chosen for the next person.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

COOKIE = "vssid_offline"
NOTHING = "off"
DAYS = ("1", "7", "30")
DEFAULT = "7"
KEPT_AT_MOST = timedelta(days=30)
"""A page says today what it will have to say on any day until then."""

_ONE_YEAR = 31_536_000


def chosen(request: HttpRequest) -> str:
    """``off`` or a number of days; anything unknown counts as no choice."""
    value = request.COOKIES.get(COOKIE, DEFAULT)
    return value if value in (NOTHING, *DAYS) else DEFAULT


def remember(response: HttpResponseBase, value: str) -> None:
    """The page's script reads it too."""
    response.set_cookie(
        COOKIE, value, max_age=_ONE_YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
