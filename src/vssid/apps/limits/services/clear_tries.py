"""Forgets the tries of a subject: who proved to be right starts again at nought."""

from __future__ import annotations

from django.db import connection

from vssid.apps.limits.models import Counter
from vssid.kit.sealing import lookup_digest


def clear_tries(*, kind: str, subject: str) -> None:
    table, key = (connection.ops.quote_name(name) for name in (Counter._meta.db_table, "key"))
    with connection.cursor() as cursor:  # a queryset would open a transaction for the one statement
        cursor.execute(f"DELETE FROM {table} WHERE {key} = %s", [lookup_digest(kind, subject)])  # noqa: S608
