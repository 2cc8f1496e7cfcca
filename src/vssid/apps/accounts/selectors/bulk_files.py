"""The lists an office has handed in, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from vssid.apps.accounts.bulk.listing import Reject, restored
from vssid.apps.accounts.bulk.sealed_lists import open_rejects
from vssid.apps.accounts.models import BulkFile
from vssid.apps.accounts.policies import may_register_in_bulk
from vssid.apps.directory.selectors.names import names
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed, NotFound
from vssid.kit.public_ids import find_by_public_id, public_id

_SHOWN = 50


@dataclass(frozen=True, slots=True)
class BulkSheet:
    """``finished_at`` is None while the worker is at it; ``rejects`` are empty until then, and again once
    their time of keeping is over."""

    id: str
    unit: str
    channel: str
    handed_in_at: datetime
    finished_at: datetime | None
    read: int
    done: int
    opened: int
    rejected: int
    rejects: tuple[Reject, ...] = field(default=(), repr=False)


def bulk_id(row: BulkFile) -> str:
    return public_id("bulk_file", row.pk)


def bulk_files(actor: Actor) -> tuple[BulkSheet, ...]:
    """The latest of the actor's office, without their rejects. Raises NotAllowed."""
    rows = _rows(actor)
    units = names(employers={row.employer_code for row in rows}).employers
    return tuple(_sheet(row, units.get(row.employer_code, row.employer_code)) for row in rows)


def bulk_file(actor: Actor, public: str) -> BulkSheet:
    """Of the actor's office. Raises NotAllowed, NotFound."""
    row = find_by_public_id(public, _rows(actor), bulk_id)
    if row is None:
        raise NotFound
    unit = names(employers=[row.employer_code]).employers.get(row.employer_code, row.employer_code)
    rejects = open_rejects(row)
    return _sheet(row, unit, restored(rejects))


def _rows(actor: Actor) -> list[BulkFile]:
    if not may_register_in_bulk(actor):
        raise NotAllowed
    of_office = BulkFile.objects.filter(office_code=actor.office).defer("file_sealed")
    return list(of_office.order_by("-handed_in_at")[:_SHOWN])


def _sheet(row: BulkFile, unit: str, rejects: tuple[Reject, ...] = ()) -> BulkSheet:
    return BulkSheet(
        bulk_id(row),
        unit,
        row.channel,
        row.handed_in_at,
        row.finished_at,
        row.rows_read,
        row.rows_done,
        row.rows_opened,
        row.rows_rejected,
        rejects,
    )
