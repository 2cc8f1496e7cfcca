"""What the decision of officers does to an identity that fitted nobody, or several.

Whether they may decide was asked by the case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from vssid.apps.accounts.errors import NoSuchRecord
from vssid.apps.accounts.models import UnmatchedEid
from vssid.apps.accounts.selectors.unmatched_eid import candidates_of
from vssid.apps.accounts.unmatched_eids import GRANT_LASTS, record_of
from vssid.apps.notifications.services.notify import notify
from vssid.domain.values.actor import Actor


def grant_eid(*, actor: Actor, subject: str, place: int, answer: Mapping[str, str], now: datetime) -> None:
    """``place``: of the record among the candidates. The identity is linked when it comes the next time, live
    and telling the same. ``answer``: what the person reads, by language.

    Raises NoSuchRecord.
    """
    people = candidates_of(subject)
    if place >= len(people):
        raise NoSuchRecord
    record = record_of(subject)
    UnmatchedEid.objects.filter(pk=record.pk).update(
        settled_at=now, person_id=people[place], granted_id=people[place], granted_until=now + GRANT_LASTS
    )
    _tell(actor, people[place], subject, answer, now)


def refuse_eid(*, actor: Actor, subject: str, answer: Mapping[str, str], now: datetime) -> None:
    record = record_of(subject)
    UnmatchedEid.objects.filter(pk=record.pk).update(settled_at=now, granted_id=None, granted_until=None)
    if record.person_id is not None:
        _tell(actor, record.person_id, subject, answer, now)


def _tell(actor: Actor, person_id: int, subject: str, answer: Mapping[str, str], now: datetime) -> None:
    """Whose record it is: also somebody whose number another person came with."""
    notify(
        actor=actor,
        person_id=person_id,
        code="auth.eid_checked",
        values={"answer": answer, "at": now},
        key=f"{subject} decided",
        now=now,
    )
