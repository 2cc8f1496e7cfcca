"""A periodic work has one holder at a time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from django.db import connection, connections

from vssid.apps.limits.services.hold_lock import hold, release

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_held_until_its_time_is_over() -> None:
    assert hold(name="seal", seconds=60, now=NOON)
    assert not hold(name="seal", seconds=60, now=NOON + timedelta(seconds=59))
    assert hold(name="sweep", seconds=60, now=NOON)
    assert hold(name="seal", seconds=60, now=NOON + timedelta(seconds=60))


@pytest.mark.django_db
def test_given_back_it_is_free_at_once() -> None:
    assert hold(name="seal", seconds=60, now=NOON)
    release(name="seal", now=NOON)
    assert hold(name="seal", seconds=60, now=NOON)


@pytest.mark.django_db(transaction=True)
def test_of_many_that_ask_at_once_one_holds() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite's test database lives in one connection; the race runs on PostgreSQL")
    start = Barrier(12)

    def ask(_: int) -> bool:
        start.wait(timeout=30)
        try:
            return hold(name="seal", seconds=60, now=NOON)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(12) as pool:
        assert sum(pool.map(ask, range(12))) == 1
