"""A compiled insert writes what the models write, once, and says when the row stands already."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from vssid.apps.limits.models import Counter
from vssid.kit.compiled_inserts import insert

AT = datetime(2026, 11, 30, 8, 15, 30, 123456, tzinfo=UTC)


def _counter(key: str = "a key") -> Counter:
    return Counter(key=key, count=3, rounds=1, window_ends=AT)


@pytest.mark.django_db
def test_reads_back_as_it_was_written() -> None:
    with CaptureQueriesContext(connection) as seen:
        assert insert(_counter())
    assert len(seen) == 1
    found = Counter.objects.get(key="a key")
    assert (found.count, found.rounds, found.window_ends, found.blocked_until) == (3, 1, AT, None)


@pytest.mark.django_db
def test_a_second_of_the_same_key_is_refused_or_left() -> None:
    insert(_counter())
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(_counter())
    assert not insert(_counter(), unless_there=True)
    assert insert(_counter("another"), unless_there=True)
    assert Counter.objects.count() == 2
