"""Where the person is signed in now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from vssid.apps.accounts.device_labels import device_label
from vssid.domain.values.actor import Actor
from vssid.kit.public_ids import public_id


@dataclass(frozen=True, slots=True)
class OpenSession:
    """``device`` may be empty: the browser does not say what it is. ``since``: the moment of sign-in."""

    id: str
    device: str
    since: datetime
    current: bool


def open_sessions(actor: Actor, *, current_key: str, now: datetime) -> tuple[OpenSession, ...]:
    """The actor's own sessions that have not run out: this one first, then the newest."""
    if actor.person_id is None:
        return ()
    rows = list(UserSession.objects.filter(user__person_id=actor.person_id).order_by("-created_at"))
    keys = [row.session_key for row in rows]
    alive = set(
        Session.objects.filter(session_key__in=keys, expire_date__gt=now).values_list(
            "session_key", flat=True
        )
    )
    shown = [
        OpenSession(
            id=public_id("session", row.pk),
            device=device_label(row.user_agent),
            since=row.created_at,
            current=row.session_key == current_key,
        )
        for row in rows
        if row.session_key in alive
    ]
    return tuple(sorted(shown, key=lambda session: not session.current))
