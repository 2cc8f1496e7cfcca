"""Who is behind a request, read at most once."""

from __future__ import annotations

from typing import Any, Protocol, cast

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest

from vssid.apps.accounts.assurance.tables import ProofKind
from vssid.apps.accounts.selectors.preferences import Preferences
from vssid.apps.accounts.selectors.signed_in import NO_HOUSEHOLD, SignedIn, signed_in
from vssid.channels.identity.proofs import proofs_of
from vssid.domain.values.actor import ANONYMOUS
from vssid.kit import clock

WEB, INSTALLED = "web", "app"
_LAST_PAGE = "vssid_via"
"""The cookie in which the script of a page says that it was shown in the installed app."""

_SEEN = "seen_at"
_SEEN_EVERY_SECONDS = 60
_BEGUN = "begun_at"
_NOBODY = SignedIn(actor=ANONYMOUS, household=NO_HOUSEHOLD, preferences=Preferences("", "auto", 100))


class Signer(Protocol):
    """The account the sign-in library hands around."""

    must_change_password: bool

    def refresh_from_db(self, *, fields: list[str]) -> None: ...


def carries_session(request: HttpRequest) -> bool:
    """Whether somebody is signed in, told by the session alone: without a cookie it costs no statement."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session


def channel_of(request: HttpRequest) -> str:
    """The installed app or the website, as the page said from which the request comes; a browser's word, for
    the statistics and the person's own log alone."""
    return INSTALLED if request.COOKIES.get(_LAST_PAGE) == INSTALLED else WEB


def visitor_of(request: HttpRequest, *, alone: bool = False) -> SignedIn:
    """The person signed in, or nobody. Asked anew: right after sign-in it is already the new person.

    ``alone``: without those they answer for, where nothing of theirs is touched.
    """
    user: Any = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return _NOBODY
    key = request.session.session_key or ""
    proofs = proofs_of(request, user)
    channel = channel_of(request)
    return signed_in(user, session_key=key, channel=channel, proofs=proofs, now=clock.now(), alone=alone)


def must_change_password(request: HttpRequest) -> bool:
    """Whoever came by VNeID need not know the password that somebody else chose."""
    user = request.user
    if not user.is_authenticated or not cast("Signer", user).must_change_password:
        return False
    return all(proof.kind is not ProofKind.VNEID for proof in proofs_of(request, user))


def keep_alive(request: HttpRequest) -> None:
    """A session ends some minutes after the last click: each minute of use is written once."""
    now = int(clock.now().timestamp())
    request.session.setdefault(_BEGUN, now)
    if now - request.session.get(_SEEN, 0) >= _SEEN_EVERY_SECONDS:
        request.session[_SEEN] = now


def outlived(request: HttpRequest) -> bool:
    """Whether the session has lasted as long as even the busiest may."""
    begun = request.session.get(_BEGUN)
    longest: float = settings.SESSION_LONGEST.total_seconds()
    return begun is not None and clock.now().timestamp() - begun >= longest
