"""What every change of the ways in leaves behind: a line in the log, word to the person, no other session."""

from __future__ import annotations

import secrets
from datetime import datetime

from vssid.apps.accounts.services.end_sessions import end_other_sessions
from vssid.apps.accounts.services.log_own_change import log_own_change
from vssid.apps.notifications.services.notify import notify
from vssid.domain.values.actor import Actor
from vssid.domain.values.sentence import Sentence


def tell_of_factors(*, actor: Actor, what: Sentence, current_key: str, now: datetime) -> None:
    """Belongs into the transaction of the change. ``current_key``: of the session that stays."""
    person_id = actor.person_id or 0
    end_other_sessions(actor=actor, current_key=current_key, now=now)
    log_own_change(actor=actor, now=now)
    notify(
        actor=actor,
        person_id=person_id,
        code="auth.factors_changed",
        values={"what": what, "at": now},
        key=secrets.token_hex(8),
        now=now,
    )
