"""A batch taken back, exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from vssid.apps.intake.errors import AlreadyUndone, BuiltUpon, UnknownBatch
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.models import Batch
from vssid.apps.intake.models.batch import BatchState
from vssid.kit.sharding import cross_shard


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The batch that no longer stands."""

    id: int
    kind: str
    file_name: str


def undo_batch(batch_id: int, *, kinds: Mapping[str, Kind], now: datetime) -> TakenBack:
    """Removes what the batch posted and restores what it changed, in one transaction.

    Raises UnknownBatch, AlreadyUndone, or BuiltUpon with the later batches that rest on it. The batch stays
    on record as undone; its file may be posted again.
    """
    with transaction.atomic(), cross_shard("taking back a batch touches the persons of a whole file"):
        batch = Batch.objects.select_for_update().filter(pk=batch_id).first()
        if batch is None:
            raise UnknownBatch(batch=batch_id)
        if batch.state == BatchState.UNDONE:
            raise AlreadyUndone(batch=batch_id, day=batch.undone_at.date() if batch.undone_at else "")
        kind = kinds[batch.kind]
        builders = sorted(_builders_on(kind, batch, kinds))
        if builders:
            raise BuiltUpon(batch=batch_id, builders=_named(builders))
        kind.posting.take_back(kind, batch_id)
        batch.state, batch.undone_at = BatchState.UNDONE, now
        batch.save(update_fields=["state", "undone_at"])
    return TakenBack(batch.id, batch.kind, batch.file_name)


def _builders_on(kind: Kind, batch: Batch, kinds: Mapping[str, Kind]) -> set[int]:
    """Later batches that changed its rows, refer to what it made, or left out lines because they stood."""
    builders = set(kind.posting.builders_on(kind, batch.id))
    made = kind.posting.made(kind, batch.id)
    if len(made):
        for user in kinds.values():
            for column in user.columns:
                if column.refers_to is not None and column.refers_to.kind == kind.name:
                    builders |= set(user.posting.users_of(user, column.stored, made, batch.id))
    relying = Batch.objects.filter(kind=batch.kind, id__gt=batch.id, state=BatchState.POSTED, rows_same__gt=0)
    return builders | set(relying.values_list("id", flat=True))


def _named(builders: list[int]) -> str:
    shown = ", ".join(f"batch {number}" for number in builders[:10])
    return shown + (f" and {len(builders) - 10} more" if len(builders) > 10 else "")
