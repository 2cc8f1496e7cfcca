"""The stretch of a session in which somebody counts as staff: shorter than the session around it."""

from __future__ import annotations

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.http import HttpRequest

from vssid.apps.accounts.selectors.staff import staff_behind
from vssid.apps.accounts.staff_surroundings import are_right
from vssid.channels.identity.session_list import list_session
from vssid.channels.identity.visitor import WEB
from vssid.domain.values.actor import ANONYMOUS, Actor
from vssid.kit import clock
from vssid.kit.caller_network import network_of

_SINCE, _SEEN = "staff_since", "staff_seen_at"
_SEEN_EVERY_SECONDS = 60


def begin_staff(request: HttpRequest) -> None:
    """After a right code. The session gets a new key: one that somebody saw before is worthless."""
    UserSession.objects.filter(session_key=request.session.session_key).delete()
    request.session.cycle_key()
    list_session(request)
    request.session[_SINCE] = request.session[_SEEN] = int(clock.now().timestamp())


def end_staff(request: HttpRequest) -> None:
    """A citizen again, in the same session."""
    for entry in (_SINCE, _SEEN):
        request.session.pop(entry, None)


def staff_of(request: HttpRequest) -> Actor:
    """The member of staff behind the request, nobody when the time is over or place and hour are not those
    of the operator; a click prolongs it."""
    now = clock.now()
    if not _is_fresh(request, now):
        return ANONYMOUS
    account = request.user
    if not account.is_authenticated:
        return ANONYMOUS
    if not are_right(roles={account.role}, network=network_of(request), now=now):
        return ANONYMOUS
    if now.timestamp() - request.session[_SEEN] >= _SEEN_EVERY_SECONDS:
        request.session[_SEEN] = int(now.timestamp())
    return staff_behind(account, session_key=request.session.session_key or "", channel=WEB)


def _is_fresh(request: HttpRequest, now: datetime) -> bool:
    since, seen = request.session.get(_SINCE), request.session.get(_SEEN)
    if since is None or seen is None:
        return False
    moment = now.timestamp()
    return bool(
        moment - since < settings.STAFF_LONGEST.total_seconds()
        and moment - seen < settings.STAFF_IDLE.total_seconds()
    )
