"""Several reads of one person in one round trip to PostgreSQL, by libpq's pipeline mode.

A round trip costs more than the reads themselves. The driver's own pipeline keeps a queue of commands that
costs as much as it saves for two short reads, so the few calls are made here on the driver's public ``pq``
interface; statements are prepared once a connection.
"""

from __future__ import annotations

from collections.abc import Sequence
from select import POLLIN, POLLOUT, poll
from typing import Any
from weakref import WeakKeyDictionary

from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import Connection
from psycopg.adapt import Transformer
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGconn, PGresult

_BIGINT = 20
_ROWS, _SYNCED = int(ExecStatus.TUPLES_OK), int(ExecStatus.PIPELINE_SYNC)

_prepared: WeakKeyDictionary[Connection[Any], dict[str, bytes]] = WeakKeyDictionary()


def is_possible(connection: BaseDatabaseWrapper) -> bool:
    """Outside a transaction, on PostgreSQL with prepared statements, and where nobody watches the cursor."""
    return (
        connection.vendor == "postgresql"
        and not connection.execute_wrappers
        and not connection.queries_logged
        and connection.autocommit
        and connection.connection.prepare_threshold is not None
    )


def fetch_together(
    connection: BaseDatabaseWrapper, statements: Sequence[str], person_id: int
) -> list[list[tuple[Any, ...]]] | None:
    """The rows of each statement (its only parameter: ``$1``, the person); None when any of them failed.

    What failed is best asked again by a cursor, which says what is wrong. Raises Django's OperationalError
    when the connection is lost.
    """
    with connection.wrap_database_errors:
        driver: Connection[Any] = connection.connection
        pgconn, names = driver.pgconn, _names(driver, statements)
        person = [b"%d" % person_id]
        pgconn.enter_pipeline_mode()
        for statement in statements:
            pgconn.send_query_prepared(names[statement], person)
        pgconn.pipeline_sync()
        while pgconn.flush():
            _wait(pgconn, POLLIN | POLLOUT)
        results = _until_synced(pgconn)
        pgconn.exit_pipeline_mode()
    if any(result.status != _ROWS for result in results):
        return None
    return [_rows(driver, result) for result in results]


def _names(driver: Connection[Any], statements: Sequence[str]) -> dict[str, bytes]:
    """The names under which this connection has its statements prepared, these among them."""
    names = _prepared.get(driver) or _prepared.setdefault(driver, {})
    for statement in statements:
        if statement not in names:
            name = b"one_round_trip_%d" % len(names)
            driver.pgconn.prepare(name, statement.encode(), [_BIGINT])
            names[statement] = name
    return names


def _until_synced(pgconn: PGconn) -> list[PGresult]:
    """The results in order; between them libpq gives None."""
    results = []
    while (result := _next(pgconn)) is None or result.status != _SYNCED:
        if result is not None:
            results.append(result)
    return results


def _next(pgconn: PGconn) -> PGresult | None:
    while pgconn.is_busy():
        _wait(pgconn, POLLIN)
        pgconn.consume_input()
    return pgconn.get_result()


def _wait(pgconn: PGconn, events: int) -> None:
    """Waits without holding up the other threads, which libpq's own waiting would."""
    ready = poll()
    ready.register(pgconn.socket, events)
    ready.poll()


def _rows(driver: Connection[Any], result: PGresult) -> list[tuple[Any, ...]]:
    transformer = Transformer(driver)
    transformer.set_pgresult(result)
    return transformer.load_rows(0, result.ntuples, tuple)
