"""What the applicant's browser keeps: the token that opens the registration, for these pages alone."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from vssid.apps.accounts.registrations.errors import NoRegistration
from vssid.apps.accounts.selectors.registrations import OwnRegistration, own_registration

_COOKIE = "vssid_registration"
_PATH = "/accounts/register/"


def token_of(request: HttpRequest) -> str:
    """Empty when the browser keeps none."""
    return request.COOKIES.get(_COOKIE, "")


def keep_token(response: HttpResponseBase, token: str) -> None:
    response.set_cookie(
        _COOKIE,
        token,
        max_age=settings.REGISTRATION_KEPT,
        path=_PATH,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def forget_token(response: HttpResponseBase) -> None:
    response.delete_cookie(_COOKIE, path=_PATH)


def kept_registration(request: HttpRequest) -> OwnRegistration | None:
    """The one this browser began or went on with."""
    try:
        return own_registration(token_of(request))
    except NoRegistration:
        return None
