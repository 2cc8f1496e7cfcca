"""Whether somebody draws a pension."""

from __future__ import annotations

from datetime import date

from vssid.apps.benefits.models import Benefit
from vssid.apps.benefits.policies import require_benefits
from vssid.apps.benefits.regimes import PENSION
from vssid.domain.ledger.corrections import live
from vssid.domain.values.actor import Actor


def pension_since(actor: Actor, person_id: int, *, today: date) -> date | None:
    """The first day a pension was for, else the first on which one was paid or decided; None of who was paid
    none. NotFound unless benefits are the actor's to see.
    """
    require_benefits(actor, person_id, on=today)
    rows = Benefit.objects.filter(person_id=person_id, regime=PENSION).order_by("seq")
    days = (row.from_date or row.paid_on or row.decision_date for row in live(rows))
    return min((day for day in days if day), default=None)
