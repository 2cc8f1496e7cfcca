"""Every test lives on 22 November 2026, 09:00 in Viet Nam, unless it pins another moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from vssid.kit import clock

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=clock.VIETNAM)


@pytest.fixture(autouse=True)
def now() -> Iterator[datetime]:
    with clock.pinned(NOW):
        yield NOW
