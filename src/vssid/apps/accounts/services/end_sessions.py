"""Signs a person out elsewhere: of one session, of all others, of every one."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet

from vssid.apps.accounts.models import KnownDevice
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound
from vssid.kit.public_ids import find_by_public_id, public_id


def end_session(*, actor: Actor, session: str) -> None:
    """``session``: the public id of one of the actor's own sessions; NotFound for any other."""
    found = find_by_public_id(session, _sessions_of(actor), lambda row: public_id("session", row.pk))
    if found is None:
        raise NotFound
    _end(_sessions_of(actor).filter(pk=found.pk))


def end_other_sessions(*, actor: Actor, current_key: str) -> None:
    """Every session of the actor but the one with the session key ``current_key``."""
    _end(_sessions_of(actor).exclude(session_key=current_key))


def end_all_sessions(*, actor: Actor) -> None:
    """Every session; and no device is known any more."""
    _end(_sessions_of(actor))
    KnownDevice.objects.filter(account__person_id=actor.person_id).delete()


def _sessions_of(actor: Actor) -> QuerySet[UserSession]:
    if actor.person_id is None:
        raise NotFound
    sessions: QuerySet[UserSession] = UserSession.objects.filter(user__person_id=actor.person_id)
    return sessions


def _end(sessions: QuerySet[UserSession]) -> None:
    with transaction.atomic():
        Session.objects.filter(session_key__in=list(sessions.values_list("session_key", flat=True))).delete()
        sessions.delete()
