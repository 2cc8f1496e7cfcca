"""Appends to the access log: one row for each look at, or change of, a person's data."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.audit.buckets import bucket_of
from vssid.apps.audit.event_numbers import event_number
from vssid.apps.audit.models import AccessEvent, UnsealedEvent
from vssid.apps.audit.vocabulary import Action, DataGroup, Purpose
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.months import Month
from vssid.kit.clock import VIETNAM
from vssid.kit.compiled_inserts import insert
from vssid.kit.sealing import lookup_digest


def record_access(
    *,
    actor: Actor,
    person_id: int,
    action: str,
    data_group: str,
    purpose: str,
    now: datetime,
    actor_name: str = "",
    case: str = "",
    visible_from: datetime | None = None,
    delay_ground: str = "",
) -> None:
    """Writes that ``actor`` did ``action`` to ``data_group`` of ``person_id``, in the caller's transaction.

    ``action``, ``data_group``, ``purpose``: codes of :mod:`..vocabulary`; ValueError for any other.
    ``actor_name``: the institution's name, or role and office of staff; never a staff member's own name.
    ``case``: the case or receipt the access belongs to; by default the actor's.
    ``visible_from`` with ``delay_ground``: the person sees the entry only from then on, by a legal ground.
    """
    if actor.kind is ActorKind.ANONYMOUS:
        raise ValueError("a visitor touches nobody's data")
    if (visible_from is None) != (not delay_ground):
        raise ValueError("an entry is hidden only by a recorded ground, and only until a named time")
    event = AccessEvent(
        person_id=person_id,
        seq=event_number(now),
        at=now,
        month=Month.containing(now.astimezone(VIETNAM).date()),
        bucket=bucket_of(person_id),
        action=Action(action),
        data_group=DataGroup(data_group),
        purpose=Purpose(purpose),
        actor_kind=actor.kind,
        actor_ref=_reference(actor),
        actor_name=actor_name[:200],
        case=(case or actor.case)[:40],
        channel=actor.channel[:12],
        visible_from=visible_from,
        delay_ground=delay_ground,
    )
    with transaction.atomic(savepoint=False):
        insert(event)
        insert(UnsealedEvent.of(event))


def record_own_read(
    *, actor: Actor, data_group: str, now: datetime, person_id: int | None = None, actor_name: str = ""
) -> None:
    """Writes one row a session for each group of data a citizen opens; one query when it stands already.

    ``person_id``: whose data was opened; by default the actor's own, else somebody the actor answers for or
    who authorised them. ``actor_name``: the actor's registered name, which that person reads.
    """
    if actor.person_id is None:
        raise ValueError("only somebody signed in reads their own data")
    subject = actor.person_id if person_id is None else person_id
    if actor.session and _read_before(actor, subject, data_group, now):
        return
    purpose, authorisation = _by_what_right(actor, subject)
    record_access(
        actor=actor,
        person_id=subject,
        action=Action.READ,
        data_group=data_group,
        purpose=purpose,
        now=now,
        actor_name=actor_name,
        case=authorisation,
    )


def _by_what_right(actor: Actor, subject: int) -> tuple[Purpose, str]:
    """With the id of the authorisation, where only one opens the way."""
    if subject == actor.person_id:
        return Purpose.OWN, ""
    ids = [grant.by for grant in actor.grants if grant.person_id == subject]
    return (Purpose.DELEGATE, ids[0]) if ids and all(ids) else (Purpose.GUARDIAN, "")


def _read_before(actor: Actor, person_id: int, data_group: str, now: datetime) -> bool:
    """Looks at this month and the last: no session is longer."""
    month = Month.containing(now.astimezone(VIETNAM).date())
    return AccessEvent.objects.filter(
        person_id=person_id,
        month__in=(month - 1, month),
        actor_ref=_reference(actor),
        data_group=DataGroup(data_group),
        action=Action.READ,
    ).exists()


def _reference(actor: Actor) -> str:
    """Citizens: a keyed hash of their session, never the person key. Others: the pseudonym they carry."""
    if actor.kind is ActorKind.CITIZEN:
        return lookup_digest("session", actor.session) if actor.session else ""
    return actor.id[:64]
