"""Where the person is signed in now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session

from vssid.apps.accounts.device_labels import browser_and_system
from vssid.domain.values.actor import Actor
from vssid.kit.public_ids import public_id


@dataclass(frozen=True, slots=True)
class OpenSession:
    """``browser`` and ``system`` may be empty: not every browser says what it is. ``since``: the moment of
    sign-in; ``last_used``: of the last click, to the minute."""

    id: str
    browser: str
    system: str
    since: datetime
    last_used: datetime
    current: bool


def open_sessions(actor: Actor, *, current_key: str, now: datetime) -> tuple[OpenSession, ...]:
    """The actor's own sessions that have not run out: this one first, then the newest."""
    if actor.person_id is None:
        return ()
    rows = list(UserSession.objects.filter(user__person_id=actor.person_id).order_by("-created_at"))
    keys = [row.session_key for row in rows]
    ends = dict(
        Session.objects.filter(session_key__in=keys, expire_date__gt=now).values_list(
            "session_key", "expire_date"
        )
    )
    shown = [_open(row, ends[row.session_key], current_key) for row in rows if row.session_key in ends]
    return tuple(sorted(shown, key=lambda session: not session.current))


def _open(row: UserSession, end: datetime, current_key: str) -> OpenSession:
    """Each minute of use moves the end of a session: so its end tells when it was used."""
    browser, system = browser_and_system(row.user_agent)
    return OpenSession(
        id=public_id("session", row.pk),
        browser=browser,
        system=system,
        since=row.created_at,
        last_used=end - timedelta(seconds=settings.SESSION_COOKIE_AGE),
        current=row.session_key == current_key,
    )
