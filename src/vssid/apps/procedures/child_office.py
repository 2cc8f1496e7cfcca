"""Requests for a missing child become cases: the port of accounts, served from here."""

from __future__ import annotations

from datetime import date, datetime

from vssid.apps.procedures.models import Case
from vssid.apps.procedures.services.open_case import open_case
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM

KIND = "missing_child"


class ChildOffice:
    """A case of who asks, with their own office."""

    def take(self, *, actor: Actor, request_id: int, person_id: int, now: datetime) -> tuple[str, date]:
        subject = str(request_id)
        number = open_case(actor=actor, kind=KIND, subject=subject, person_id=person_id, now=now)
        due_at = Case.objects.values_list("due_at", flat=True).get(kind=KIND, subject=subject)
        return number, due_at.astimezone(VIETNAM).date()
