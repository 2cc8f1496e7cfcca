"""The person whose record was opened is told what the review found."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.notifications.services.notify import notify
from vssid.apps.procedures.emergencies import KIND
from vssid.apps.procedures.kinds.kind import Decided
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.domain.values.actor import Actor


def approve(*, actor: Actor, decided: Decided, now: datetime) -> None:
    _tell(actor, decided, now)


def refuse(*, actor: Actor, decided: Decided, now: datetime) -> None:
    _tell(actor, decided, now)


def _tell(actor: Actor, decided: Decided, now: datetime) -> None:
    notify(
        actor=actor,
        person_id=decided.person_id or 0,
        code="auth.emergency_reviewed",
        values={"answer": kind_of(KIND).words(decided.reason), "at": now},
        key=f"emergency {decided.subject} reviewed",
        now=now,
    )
