"""Signs a person out elsewhere: of one session, of all others, of every one, with the tokens of each."""

from __future__ import annotations

from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from vssid.apps.accounts.models import EndedSession, KnownDevice
from vssid.apps.accounts.policies import may_open_account
from vssid.apps.accounts.services.end_tokens import end_tokens
from vssid.apps.audit.services.record_access import record_access
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, NotFound
from vssid.kit.public_ids import find_by_public_id, public_id

_AT_ONCE = 1_000


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


def end_sessions_of(*, actor: Actor, person_id: int, now: datetime) -> int:
    """What the operator does for somebody whose account is in other hands; how many sessions there were."""
    if not may_open_account(actor):
        raise NotAllowed
    themselves = Actor(kind=ActorKind.SYSTEM, id=actor.id, person_id=person_id, channel=actor.channel)
    open_ones = _sessions_of(themselves).count()
    with transaction.atomic():
        end_all_sessions(actor=themselves, now=now)
        record_access(
            actor=actor,
            person_id=person_id,
            action="change",
            data_group="account",
            purpose="security",
            now=now,
        )
    return open_ones


def end_sessions_of_everybody(*, actor: Actor, now: datetime) -> int:
    """After a leak of keys: everybody signs in again. Sessions that begin meanwhile may stay open."""
    if not may_open_account(actor):
        raise NotAllowed
    ended = 0
    while last := UserSession.objects.order_by("pk").values_list("pk", flat=True)[:_AT_ONCE]:
        keys = list(last)
        _end(UserSession.objects.filter(pk__in=keys), now)
        ended += len(keys)
    Session.objects.all().delete()
    return ended


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
