from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from vssid.apps.intake.models import Batch
from vssid.apps.intake.selectors.freshness import data_as_of


@pytest.mark.django_db
def test_the_latest_standing_batch_of_the_kind_counts(now: datetime) -> None:
    for digest, kind, state, hours in (
        ("a", "spells", "posted", 5),
        ("b", "spells", "posted", 3),
        ("c", "spells", "undone", 2),
        ("d", "visits", "posted", 1),
    ):
        Batch.objects.create(
            kind=kind, state=state, digest=digest, file_name="x", posted_at=now - timedelta(hours=hours)
        )
    assert data_as_of("spells") == now - timedelta(hours=3)
    assert data_as_of() == now - timedelta(hours=1)
    assert data_as_of("cards") is None
