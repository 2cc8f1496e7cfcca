"""Who may read which visits: health data, of the person and of who answers for them by law."""

from __future__ import annotations

from datetime import date

from vssid.apps.people.policies import require_sight
from vssid.domain.values.actor import Actor, Scope


def require_visits(actor: Actor, person_id: int, *, on: date) -> None:
    """NotFound unless the whole record of the person is the actor's to see. No authorisation gives that."""
    require_sight(actor, person_id, Scope.RECORD, on=on)
