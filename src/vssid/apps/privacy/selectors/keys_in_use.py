"""How many sealed values stand under which key of the ring: it may go when nothing is left under it."""

from __future__ import annotations

from collections import Counter

from django.db.models import Count, Q

from vssid.apps.privacy.sealed_tables import Columns, SealedTable, sealed_tables
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed
from vssid.kit.keyring import ring
from vssid.kit.sealed_rows import has_subjects
from vssid.kit.sealing import ring_key_of
from vssid.kit.sharding import cross_shard

OWN, UNKNOWN = "own", "unknown"
"""Under a key of its own matter; under a key that the ring does not have."""

AT_ONCE = 2_000


def keys_in_use(actor: Actor) -> dict[str, Counter[str]]:
    """Table -> key -> number of values; reads every sealed table once. NotAllowed for people."""
    if actor.kind is not ActorKind.SYSTEM:
        raise NotAllowed
    with cross_shard("keys are counted over everybody's values"):
        return {table.model._meta.db_table: _counted(table) for table in sealed_tables()}


def waiting(table: SealedTable, counts: Counter[str]) -> int:
    """How many of the values so counted are not yet under the key they should have."""
    settled = {OWN, UNKNOWN} | (set() if has_subjects(table.model) else {ring().current})
    return sum(number for key, number in counts.items() if key not in settled)


def _counted(table: SealedTable) -> Counter[str]:
    return _by_database(table) if isinstance(table, Columns) else _row_by_row(table)


def _by_database(table: Columns) -> Counter[str]:
    """One statement."""
    patterns = {key: f"v1|{key}|" for key in ring().fields} | {OWN: "v2|"}
    asked = {
        f"{number}_{column}": Count(column, filter=Q(**{f"{column}__startswith": pattern}))
        for number, pattern in enumerate(patterns.values())
        for column in table.writes
    }
    filled = {f"all_{column}": Count(column, filter=~Q(**{column: ""})) for column in table.writes}
    found = table.model._base_manager.aggregate(**asked, **filled)
    counts = Counter[str]()
    for number, key in enumerate(patterns):
        counts[key] = sum(found[f"{number}_{column}"] for column in table.writes)
    counts[UNKNOWN] = sum(found[f"all_{column}"] for column in table.writes) - counts.total()
    return +counts


def _row_by_row(table: SealedTable) -> Counter[str]:
    rows = table.model._base_manager.values(*table.reads).iterator(chunk_size=AT_ONCE)
    known = ring().fields
    keys = (ring_key_of(one.value) for row in rows for one in table.seals(row))
    return Counter(key if key in known else UNKNOWN for key in keys)
