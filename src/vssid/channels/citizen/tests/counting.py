"""How many statements a page costs."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

MOST = 12


def statements(browser: Client, address: str) -> list[str]:
    """The statements of one visit, without the savepoints that only a test's outer transaction makes."""
    with CaptureQueriesContext(connection) as seen:
        assert browser.get(address).status_code == 200
    return [query["sql"] for query in seen if "SAVEPOINT" not in query["sql"]]
