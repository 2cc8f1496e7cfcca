"""The guard itself: it lets through what names a person and stops the rest."""

import pytest
from django.db import connection

from tests.environment.statement_guard import UnscopedStatement, fault_of
from vssid.apps.participation.models import Span
from vssid.kit.sharding import cross_shard


@pytest.mark.parametrize(
    "sql",
    [
        'SELECT * FROM "span" WHERE "span"."person_id" = 1',
        'SELECT * FROM "span" WHERE "span"."person_id" IN (1, 2)',
        "DELETE FROM span WHERE person_id = ANY(%s)",
        'INSERT INTO "span" ("person_id") VALUES (1)',
        'UPDATE "card" SET "valid_to" = %s WHERE "card"."person_id" = %s',
        'SELECT * FROM "person_key" WHERE "digest" = %s',
        'SELECT * FROM "spanner"',
    ],
)
def test_lets_through(sql: str) -> None:
    assert fault_of(sql) is None


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ('SELECT COUNT(*) FROM "span"', "does not pin"),
        ('SELECT * FROM "card" WHERE "card"."valid_to" = %s', "does not pin"),
        ('DELETE FROM "visit"', "does not pin"),
        ('UPDATE "card" SET "person_id" = 2 WHERE "card"."person_id" = 1', "moves a row"),
    ],
)
def test_stops(sql: str, fault: str) -> None:
    assert fault in str(fault_of(sql))


@pytest.mark.django_db
def test_guards_the_real_connection() -> None:
    assert connection.execute_wrappers
    with pytest.raises(UnscopedStatement):
        Span.objects.count()
    with cross_shard("the test counts on purpose"):
        assert Span.objects.count() == 0
