"""Counting tries: never more than the limit within a window, closings grow, subjects do not meet."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from threading import Barrier

import pytest
from django.db import connection, connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vssid.apps.limits.models import Counter
from vssid.apps.limits.selectors.closings import blocked_until
from vssid.apps.limits.services.clear_tries import clear_tries
from vssid.apps.limits.services.sweep_counters import sweep_counters
from vssid.apps.limits.services.try_hit import LONGEST_CLOSING, Verdict, try_hit

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
WINDOW = timedelta(minutes=5)


def hit(at: datetime = NOON, *, subject: str = "lan", limit: int = 5, growth: float = 1.1) -> Verdict:
    return try_hit(kind="test", subject=subject, limit=limit, window=WINDOW, now=at, growth=growth)


@pytest.mark.django_db
def test_the_limit_passes_and_the_next_is_told_when_to_come_back() -> None:
    assert [hit().allowed for _ in range(5)] == [True] * 5
    assert hit() == Verdict(allowed=False, blocked_until=NOON + WINDOW)
    assert blocked_until(kind="test", subject="lan", now=NOON) == NOON + WINDOW
    assert hit(NOON + WINDOW).allowed


@pytest.mark.django_db
def test_each_closing_lasts_longer_and_never_longer_than_a_day() -> None:
    at, lengths = NOON, []
    for _ in range(80):
        while hit(at).allowed:
            pass
        until = hit(at).blocked_until
        assert until is not None
        lengths.append(until - at)
        at = until
    assert lengths[:3] == [WINDOW, WINDOW * 1.1, WINDOW * 1.1**2]
    assert lengths == sorted(lengths)
    assert lengths[-1] == LONGEST_CLOSING


@pytest.mark.django_db
def test_growth_is_forgotten_after_quiet_days_and_the_counter_swept() -> None:
    while hit().allowed:
        pass
    assert sweep_counters(now=NOON + timedelta(days=1)) == 0
    later = NOON + timedelta(days=3)
    while hit(later).allowed:
        pass
    assert hit(later).blocked_until == later + WINDOW
    assert sweep_counters(now=later + timedelta(days=3)) == 1


@pytest.mark.django_db
def test_a_cleared_subject_starts_again_and_another_was_never_touched() -> None:
    while hit().allowed:
        pass
    assert hit(subject="hoa").allowed
    clear_tries(kind="test", subject="lan")
    assert hit().allowed


@pytest.mark.django_db
def test_only_a_keyed_hash_of_the_subject_is_stored() -> None:
    hit(subject="0194000123")
    key = Counter.objects.get().key
    assert len(key) == 43
    assert "0194000123" not in key


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    gaps=st.lists(st.integers(min_value=0, max_value=400), min_size=1, max_size=40),
    limit=st.integers(min_value=1, max_value=6),
    growth=st.sampled_from([1.0, 1.1, 2.0]),
)
def test_no_stretch_of_a_window_holds_more_than_the_limit(gaps: list[int], limit: int, growth: float) -> None:
    Counter.objects.all().delete()
    at, passed = NOON, []
    for gap in gaps:
        at += timedelta(seconds=gap)
        if hit(at, limit=limit, growth=growth).allowed:
            passed.append(at)
    for first in passed:
        assert sum(first <= other < first + WINDOW for other in passed) <= limit


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("limit", [1, 5])
def test_racers_never_pass_more_often_than_the_limit(limit: int) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite's test database lives in one connection; the race runs on PostgreSQL")
    racers = 16
    start = Barrier(racers)

    def race(tries: Callable[[], Verdict]) -> int:
        start.wait(timeout=30)
        try:
            return sum(tries().allowed for _ in range(5))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(racers) as pool:
        passed = sum(pool.map(race, [lambda: hit(limit=limit)] * racers))
    assert passed == limit


@pytest.mark.django_db(transaction=True)
def test_a_try_counts_though_the_counter_is_cleared_at_the_same_moment() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite's test database lives in one connection; the race runs on PostgreSQL")

    def work(step: Callable[[], object]) -> int:
        try:
            return len([step() for _ in range(100)])
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        clears = partial(clear_tries, kind="test", subject="lan")
        assert list(pool.map(work, [hit, clears, hit, clears])) == [100] * 4
