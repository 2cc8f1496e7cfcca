"""A person has changed something of their own account: one row of the log they read."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.audit.services.record_access import record_access
from vssid.domain.values.actor import Actor


def log_own_change(*, actor: Actor, now: datetime) -> None:
    """Belongs into the transaction of the change. ``actor``: the person themselves."""
    record_access(
        actor=actor,
        person_id=actor.person_id or 0,
        action="change",
        data_group="account",
        purpose="own",
        now=now,
    )
