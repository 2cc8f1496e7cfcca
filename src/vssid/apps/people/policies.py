"""Who may see whom: oneself; one's children and wards until they are adult; the card of who is cared for; of
somebody who gave an authorisation, what it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from vssid.domain.values.actor import Actor, ActorKind, Grant, Scope
from vssid.domain.values.problem import NotFound

ADULT_AT = 18
"""Years; Civil Code 91/2015/QH13, articles 20 and 21."""

_MINORS = frozenset({"child", "ward"})
_CARED_FOR = "cared_for"
_OPENED_BY_LAW = {
    Scope.RECORD: frozenset(Scope),
    Scope.CARD: frozenset({Scope.CARD, Scope.FACILITY}),
}
"""An authorisation opens what it names and nothing beside it."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """``relative_id`` is the person's ``relation``; ``since``/``until`` inclusive, None open.

    ``born_on`` is the earliest day the known part of the relative's birth date allows, None unknown.
    """

    relative_id: int
    relation: str
    since: date | None
    until: date | None
    born_on: date | None


def grants_over(kin: Iterable[Kinship], *, today: date) -> tuple[Grant, ...]:
    """The rights that relations give on ``today``. With adulthood the parent's right ends."""
    found = (_grant(relative) for relative in kin if _stands(relative, today))
    return tuple(grant for grant in found if grant and _open(grant, today))


def may_see(actor: Actor, person_id: int, scope: Scope, *, on: date) -> bool:
    """``Scope.RECORD`` covers everything."""
    if actor.person_id == person_id:
        return actor.kind is ActorKind.CITIZEN
    return any(
        grant.person_id == person_id and _covers(grant, scope) and _open(grant, on) for grant in actor.grants
    )


def require_sight(actor: Actor, person_id: int, scope: Scope, *, on: date) -> None:
    """NotFound, the same as for a person who does not exist, unless :func:`may_see`."""
    if not may_see(actor, person_id, scope, on=on):
        raise NotFound


def may_find_by_number(actor: Actor) -> bool:
    """Nobody walks the numbers: only the product's own work leads from a number to a person."""
    return actor.kind is ActorKind.SYSTEM


def _covers(grant: Grant, scope: Scope) -> bool:
    return scope is grant.scope or (not grant.by and scope in _OPENED_BY_LAW.get(grant.scope, ()))


def _stands(relative: Kinship, today: date) -> bool:
    begun = relative.since is None or relative.since <= today
    return begun and (relative.until is None or today <= relative.until)


def _grant(relative: Kinship) -> Grant | None:
    if relative.relation == _CARED_FOR:
        return Grant(relative.relative_id, Scope.CARD, relative.until)
    if relative.relation in _MINORS and relative.born_on is not None:
        last_day = birthday(relative.born_on, ADULT_AT) - timedelta(days=1)
        return Grant(relative.relative_id, Scope.RECORD, min(last_day, relative.until or last_day))
    return None


def _open(grant: Grant, on: date) -> bool:
    return grant.until is None or on <= grant.until


def born_to_be_adult_on(day: date) -> tuple[date, ...]:
    """The birth dates that make somebody an adult on ``day``: two when 29 February is among them."""
    year = day.year - ADULT_AT
    candidates = [date(year, day.month, min(day.day, 28)) + timedelta(days=more) for more in range(4)]
    return tuple(born for born in candidates if birthday(born, ADULT_AT) == day)


def birthday(born_on: date, years: int) -> date:
    try:
        return born_on.replace(year=born_on.year + years)
    except ValueError:  # 29 February: the last day of the month ends the year (Civil Code, article 148.3)
        return date(born_on.year + years, 2, 28)
