"""The second officer has seen visitor and paper: a passkey may be added, whatever a reset had closed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.counter.visits import Purpose, become_second, log_visit, visit_to_confirm
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound


def see_visitor(*, actor: Actor, visit: str, now: datetime) -> None:
    """Raises NotAllowed, NotFound, OwnVisit, FamilyVisit, SameHand."""
    row = visit_to_confirm(actor, visit, now=now)
    with transaction.atomic():
        if row.purpose != Purpose.PASSKEY or not become_second(actor, row):
            raise NotFound
        log_visit(actor, row.person_id, action="read", now=now)
