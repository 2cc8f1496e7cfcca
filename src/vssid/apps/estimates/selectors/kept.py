"""The estimates a person kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from vssid.apps.estimates.models import Estimate
from vssid.domain.law.estimates.answer import Asked
from vssid.domain.law.estimates.keeping import read
from vssid.domain.law.estimates.kinds import Kind
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound
from vssid.kit.public_ids import find_by_public_id, public_id


@dataclass(frozen=True, slots=True)
class KeptEstimate:
    """``law``: digest of the rules and figures in use when it was made."""

    id: str
    person_id: int
    seq: int
    kind: Kind
    made_at: datetime
    data_as_of: datetime | None
    law: str
    asked: Asked
    answered: Mapping[str, Any]


def kept_estimates(actor: Actor) -> list[KeptEstimate]:
    """The actor's own, the latest first."""
    if actor.person_id is None:
        return []
    return [as_kept(row) for row in Estimate.objects.filter(person_id=actor.person_id).order_by("-seq")]


def kept_estimate(actor: Actor, wanted: str) -> KeptEstimate:
    """The one with this id among the actor's own; NotFound for any other text."""
    found = find_by_public_id(wanted, kept_estimates(actor), lambda one: one.id)
    if found is None:
        raise NotFound
    return found


def reported_estimate(person_id: int, thing: str) -> KeptEstimate | None:
    """The estimate a report is about (``estimate.<id>``), for callers that have checked and logged who asks.
    None for other things, and for one its owner has deleted since."""
    about, _dot, wanted = thing.partition(".")
    if about != "estimate":
        return None
    rows = Estimate.objects.filter(person_id=person_id).order_by("-seq")
    return find_by_public_id(wanted, map(as_kept, rows), lambda one: one.id)


def as_kept(row: Estimate) -> KeptEstimate:
    return KeptEstimate(
        id=public_id("estimate", row.person_id, row.seq),
        person_id=row.person_id,
        seq=row.seq,
        kind=Kind(row.kind),
        made_at=row.made_at,
        data_as_of=row.data_as_of,
        law=row.law,
        asked=read(row.asked),
        answered=row.answered,
    )
