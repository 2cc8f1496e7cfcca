"""How old the data on a page is."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.intake.models import Batch
from vssid.apps.intake.models.batch import BatchState


def data_as_of(*kinds: str) -> datetime | None:
    """When the agency last delivered files of one of ``kinds``, or of any when none is named; None: never."""
    posted = Batch.objects.filter(state=BatchState.POSTED)
    if kinds:
        posted = posted.filter(kind__in=kinds)
    return posted.order_by("-posted_at").values_list("posted_at", flat=True).first()
