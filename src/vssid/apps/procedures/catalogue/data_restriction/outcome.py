"""What the decision names is stopped by the gate that every such use asks, or goes on again."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.consents.purposes import limited_by
from vssid.apps.consents.services.restrict_use import lift_restrictions, restrict_use
from vssid.apps.procedures.kinds.kind import Decided
from vssid.domain.values.actor import Actor

LIFTED = "restriction_lifted"


def approve(*, actor: Actor, decided: Decided, now: datetime) -> None:
    """The person is told by the messages of requests. A reason that stops nothing here is done by hand
    before it is given."""
    if decided.person_id is None:
        return
    if decided.reason == LIFTED:
        lift_restrictions(person_id=decided.person_id, case=decided.number, now=now)
        return
    purposes = limited_by(decided.reason)
    restrict_use(person_id=decided.person_id, purposes=purposes, case=decided.number, now=now)


def refuse(*, actor: Actor, decided: Decided, now: datetime) -> None:
    """The person is told by the messages of requests."""
