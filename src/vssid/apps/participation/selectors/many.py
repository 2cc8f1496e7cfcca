"""Ledgers of many people, for work that goes through everybody."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby

from vssid.apps.participation.models import Spell
from vssid.apps.participation.selectors.ledger import COLUMNS, spell_of
from vssid.domain.ledger.entry import Status
from vssid.domain.ledger.months import Ledger
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.months import Month
from vssid.domain.values.problem import NotAllowed
from vssid.kit.sharding import cross_shard


def people_owed(actor: Actor, *, after: int, most: int) -> list[int]:
    """The next people, by number, of whom anything is unpaid. For the product's own work."""
    _require_system(actor)
    with cross_shard("everybody whose months are unpaid"):
        rows = Spell.objects.filter(status=Status.OWED, person_id__gt=after)
        return list(rows.order_by("person_id").values_list("person_id", flat=True).distinct()[:most])


def people_insured(actor: Actor, month: Month, *, after: int, most: int) -> list[int]:
    """The next people, by number, who have anything on record for ``month``."""
    _require_system(actor)
    with cross_shard("everybody who is insured in a month"):
        rows = Spell.objects.filter(from_month__lte=month, to_month__gte=month, person_id__gt=after)
        return list(rows.order_by("person_id").values_list("person_id", flat=True).distinct()[:most])


def ledgers_of(actor: Actor, person_ids: Collection[int]) -> dict[int, Ledger]:
    """One statement."""
    _require_system(actor)
    rows = Spell.objects.filter(person_id__in=set(person_ids)).order_by("person_id", "seq")
    by_person = groupby(rows.values_list("person_id", *COLUMNS), key=lambda row: row[0])
    return {person_id: Ledger.of(spell_of(*row[1:]) for row in own) for person_id, own in by_person}


def _require_system(actor: Actor) -> None:
    if actor.kind is not ActorKind.SYSTEM:
        raise NotAllowed
