"""Who may read which benefits."""

from __future__ import annotations

from datetime import date

from vssid.apps.people.policies import may_see, require_sight
from vssid.domain.values.actor import Actor, Scope


def require_benefits(actor: Actor, person_id: int, *, on: date) -> None:
    """NotFound unless what the person received is the actor's to see."""
    require_sight(actor, person_id, Scope.BENEFITS, on=on)


def may_see_accounts(actor: Actor, person_id: int, *, on: date) -> bool:
    """To which account benefits go: nobody's by an authorisation."""
    return may_see(actor, person_id, Scope.RECORD, on=on)
