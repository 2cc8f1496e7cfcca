"""Signs a person out elsewhere: of one session, of all others, of every one, with the tokens of each."""

from __future__ import annotations

from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from vssid.apps.accounts.models import EndedSession, KnownDevice
from vssid.apps.accounts.services.end_tokens import end_tokens
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound
from vssid.kit.public_ids import find_by_public_id, public_id


def end_session(*, actor: Actor, session: str, now: datetime) -> None:
    """``session``: the public id of one of the actor's own sessions; NotFound for any other."""
    found = find_by_public_id(session, _sessions_of(actor), lambda row: public_id("session", row.pk))
    if found is None:
        raise NotFound
    _end(_sessions_of(actor).filter(pk=found.pk), now)


def end_other_sessions(*, actor: Actor, current_key: str, now: datetime) -> None:
    """Every session of the actor but the one with the session key ``current_key``."""
    _end(_sessions_of(actor).exclude(session_key=current_key), now)


def end_all_sessions(*, actor: Actor, now: datetime) -> None:
    """Every session; and no device is known any more."""
    _end(_sessions_of(actor), now)
    KnownDevice.objects.filter(account__person_id=actor.person_id).delete()


def forget_ended(*, now: datetime) -> None:
    """What was kept of sessions that are over: address and browser of each, and the end of their tokens."""
    open_ones = Session.objects.filter(session_key=OuterRef("session_key"))
    # one that begins this moment may not be written yet
    UserSession.objects.filter(~Exists(open_ones), created_at__lt=now - timedelta(hours=1)).delete()
    EndedSession.objects.filter(until__lte=now).delete()


def _sessions_of(actor: Actor) -> QuerySet[UserSession]:
    if actor.person_id is None:
        raise NotFound
    sessions: QuerySet[UserSession] = UserSession.objects.filter(user__person_id=actor.person_id)
    return sessions


def _end(sessions: QuerySet[UserSession], now: datetime) -> None:
    keys = list(sessions.values_list("session_key", flat=True))
    with transaction.atomic():
        Session.objects.filter(session_key__in=keys).delete()
        sessions.delete()
        end_tokens(session_keys=keys, now=now)
