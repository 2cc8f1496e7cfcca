"""A private PostgreSQL that keeps what it says it keeps, and what measures ask of it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from tests.environment.postgres import binaries, private_cluster

DURABLE = ("fsync=on", "shared_buffers=1GB", "max_wal_size=8GB", "checkpoint_timeout=30min")
"""The rest is PostgreSQL's default: synchronous_commit and full_page_writes on, wal_level replica."""

SETTINGS = "fsync on, synchronous_commit on, shared_buffers 1 GB, max_wal_size 8 GB"


@contextmanager
def durable_cluster() -> Iterator[str]:
    """The address of a fresh server's own database; raises FileNotFoundError where there are no binaries."""
    with private_cluster(DURABLE) as address:
        yield address


def is_here() -> bool:
    return binaries() is not None


def new_database(address: str, name: str, *, like: str = "template1") -> str:
    """Makes a database on the server of ``address``, empty or a copy of ``like``; its address."""
    run(address, f"CREATE DATABASE {name} TEMPLATE {like}")
    return f"{address.rsplit('/', 1)[0]}/{name}"


def run(address: str, *statements: str) -> None:
    """Each statement by itself, outside a transaction."""
    with psycopg.connect(address, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def number(address: str, question: str) -> int:
    with psycopg.connect(address, autocommit=True) as connection:
        row = connection.execute(question).fetchone()
        assert row is not None
        return int(row[0])


def psql(address: str, command: str) -> None:
    subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", address, "-c", command], check=True)
