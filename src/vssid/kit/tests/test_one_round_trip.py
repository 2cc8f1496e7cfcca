"""What comes back in one round trip is what cursors read one by one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import OperationalError, connection
from tests.cast.identities import Member

from vssid.apps.healthcard.selectors.cards import CARD_ROWS
from vssid.apps.participation.selectors.last_spans import SPAN_ROWS
from vssid.kit import one_round_trip
from vssid.kit.compiled_queries import rows_together

READS = (CARD_ROWS, SPAN_ROWS)
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def alone(lan: Member) -> Iterator[Member]:
    """Lan, read where nobody watches the statements."""
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL answers several statements in one round trip")
    watching = connection.execute_wrappers[:]
    connection.execute_wrappers.clear()
    yield lan
    connection.execute_wrappers.extend(watching)


def test_reads_what_cursors_read(alone: Member, hoa: Member) -> None:
    assert one_round_trip.is_possible(connection)
    for person_id in (alone.person_id, hoa.person_id, alone.person_id, -1):
        assert rows_together(READS, person_id) == [read(person_id) for read in READS]


def test_a_statement_that_fails_leaves_the_connection_whole(alone: Member) -> None:
    faulty = ("SELECT 1 / 0 WHERE $1 = $1", "SELECT person_id FROM span WHERE person_id = $1")
    assert one_round_trip.fetch_together(connection, faulty, alone.person_id) is None
    assert rows_together(READS, alone.person_id) == [read(alone.person_id) for read in READS]


def test_a_lost_connection_is_said(alone: Member) -> None:
    rows_together(READS, alone.person_id)
    connection.connection.pgconn.finish()
    with pytest.raises(OperationalError):
        rows_together(READS, alone.person_id)
    connection.close()


def test_is_left_aside_where_statements_are_watched(lan: Member) -> None:
    assert connection.execute_wrappers
    assert not one_round_trip.is_possible(connection)
    assert rows_together(READS, lan.person_id) == [read(lan.person_id) for read in READS]
