"""A batch without a file: a decision of the agency is posted, listed and taken back as a file is."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from vssid.apps.intake.models import Batch


def open_batch(*, kind: str, source: str, rows: int, now: datetime) -> int:
    """The number of the batch, of ``rows`` new lines. ``source``: what it is called in the list of batches;
    one source, one batch."""
    batch = Batch.objects.create(
        kind=kind,
        digest=sha256(source.encode()).hexdigest(),
        file_name=source,
        rows_read=rows,
        rows_new=rows,
        posted_at=now,
    )
    return batch.pk
