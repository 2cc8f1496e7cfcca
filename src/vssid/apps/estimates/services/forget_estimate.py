"""Deletes an estimate its owner no longer needs."""

from __future__ import annotations

from vssid.apps.estimates.models import Estimate
from vssid.apps.estimates.selectors.kept import kept_estimate
from vssid.domain.values.actor import Actor


def forget_estimate(*, actor: Actor, estimate: str) -> None:
    """NotFound for what is not the actor's own."""
    kept = kept_estimate(actor, estimate)
    Estimate.objects.filter(person_id=kept.person_id, seq=kept.seq).delete()


def forget_estimates(*, person_id: int) -> None:
    """All of a person's, when the account is closed."""
    Estimate.objects.filter(person_id=person_id).delete()
