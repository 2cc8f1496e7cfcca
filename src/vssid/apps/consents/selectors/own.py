"""What a person agreed to and what is limited for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from vssid.apps.consents.models import Consent, Restriction
from vssid.apps.consents.purposes import Purpose, Use, uses
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed


@dataclass(frozen=True, slots=True)
class Given:
    """``ended_at`` is None while it stands."""

    given_at: datetime
    ended_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class Limited:
    """``until`` is None while it stands."""

    purpose: Purpose
    since: datetime
    until: datetime | None
    case: str


@dataclass(frozen=True, slots=True)
class OwnUse:
    """``given`` and ``limits``: all there were, the latest first."""

    use: Use
    given: tuple[Given, ...]
    limits: tuple[Limited, ...]

    @property
    def limited(self) -> Limited | None:
        """What stands."""
        return next((one for one in self.limits if one.until is None), None)

    @property
    def agreed(self) -> Given | None:
        """What stands, and was given to these words."""
        standing = (one for one in self.given if one.ended_at is None and one.version >= self.use.version)
        return next(standing, None)

    @property
    def asked_again(self) -> bool:
        """They agreed to earlier words."""
        return self.agreed is None and any(one.ended_at is None for one in self.given)


def own_uses(actor: Actor) -> tuple[OwnUse, ...]:
    """Every purpose, in the order of the catalogue. Two statements. NotAllowed for a visitor."""
    if actor.person_id is None:
        raise NotAllowed
    given: dict[str, list[Given]] = {}
    for row in Consent.objects.filter(person_id=actor.person_id).order_by("-seq"):
        given.setdefault(row.purpose, []).append(Given(row.given_at, row.ended_at, row.version))
    limits: dict[str, list[Limited]] = {}
    for limit in _limits(Restriction.objects.filter(person_id=actor.person_id).order_by("-seq")):
        limits.setdefault(limit.purpose, []).append(limit)
    return tuple(
        OwnUse(use, tuple(given.get(use.purpose, ())), tuple(limits.get(use.purpose, ())))
        for use in uses().values()
    )


def restrictions_of(person_id: int) -> tuple[Limited, ...]:
    """Those that stand; for callers that have checked and logged who asks."""
    return tuple(_limits(Restriction.objects.filter(person_id=person_id, until=None).order_by("seq")))


def _limits(rows: QuerySet[Restriction]) -> Iterator[Limited]:
    for row in rows:
        yield Limited(Purpose(row.purpose), row.since, row.until, row.case)
