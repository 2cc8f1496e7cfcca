"""Whose copies a device may show: what sign-in and sign-out tell the device, even when no script of ours
saw them happen.

``Clear-Site-Data: "storage"`` would remove copies too, but it also throws away the installed app: the
worker, the public pages and the choice of how long copies are kept. So the answer leaves a mark that the
next page's script obeys: at sign-out to forget, at sign-in whose copies may be shown from now on. The worker,
which sees the sign-out form go by, removes the copies at once.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponseBase

FORGET_COOKIE = "vssid_forget"
OWNER_COOKIE = "vssid_owner"
_ONE_YEAR = 31_536_000


def forget_copies(response: HttpResponseBase) -> None:
    _tell(response, FORGET_COOKIE, "1")
    response.delete_cookie(OWNER_COOKIE, samesite="Lax")


def name_owner(response: HttpResponseBase, device_mark: str) -> None:
    """Before the person's first page has come: it may be slow, and somebody else's copy must not stand in."""
    _tell(response, OWNER_COOKIE, device_mark)


def _tell(response: HttpResponseBase, cookie: str, value: str) -> None:
    response.set_cookie(
        cookie, value, max_age=_ONE_YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
