"""Writes into a person's access log that somebody of the contact centre reads what they wrote or asked."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.selectors.staff_names import role_and_office
from vssid.apps.audit.services.record_access import record_access
from vssid.domain.values.actor import Actor


def record_look(*, actor: Actor, person_id: int | None, case: str, now: datetime) -> None:
    """Nothing of a visitor (None). In the caller's transaction."""
    if person_id is None:
        return
    record_access(
        actor=actor,
        person_id=person_id,
        action="read",
        data_group="reports",
        purpose="support",
        case=case,
        actor_name=role_and_office(actor),
        now=now,
    )
