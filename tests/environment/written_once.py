"""What many tests find written is worked out once a process; after that the same rows are sent again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection


class WrittenOnce:
    """``write`` of the same rows each time it is called, each in a database that lacks them.

    Working rows out (the framework's statements, seals, password hashes) costs ten times what sending them
    does.
    """

    def __init__(self, work_out: Callable[[], None]) -> None:
        self._work_out = work_out
        self._inserts: list[tuple[str, Any]] = []

    def write(self) -> None:
        if self._inserts:
            with connection.cursor() as cursor:
                for sql, params in self._inserts:
                    cursor.execute(sql, params)
            return
        kept: list[tuple[str, Any]] = []

        def keep(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
            if sql.startswith("INSERT"):
                kept.append((sql, params))
            return execute(sql, params, many, context)

        with connection.execute_wrapper(keep):
            self._work_out()
        self._inserts = kept
