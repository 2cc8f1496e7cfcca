"""Sign-out reaches what the device has saved, even when no script of ours saw it happen.

``Clear-Site-Data: "storage"`` would do that too, but it also throws away the installed app: the worker, the
public pages and the choice of how long copies are kept. So the answer leaves a mark that the next page's
script obeys and removes. The worker, which sees the form go by, removes the copies at once.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponseBase

FORGET_COOKIE = "vssid_forget"
_ONE_YEAR = 31_536_000


def forget_copies(response: HttpResponseBase) -> None:
    response.set_cookie(
        FORGET_COOKIE, "1", max_age=_ONE_YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
