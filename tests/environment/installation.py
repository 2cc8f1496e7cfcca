"""An installation of its own, for tests that start and kill processes, on the tests' kind of database."""

from __future__ import annotations

import os
import secrets
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection

from tests.environment import postgres
from tests.environment.nights import NIGHT

_SCHEMA = "schema_of_installations"
_MAKING = 20_260_301
"""Any number that no other lock of the tests' server has."""


@contextmanager
def installation(home: Path, **settings: str) -> Iterator[dict[str, str]]:
    """The environment its processes run in; the database is empty and of the current schema.

    Starting processes takes long: on every change only on PostgreSQL, where there is one, at night on both.
    """
    if connection.vendor == "sqlite" and postgres.binaries() and not NIGHT:
        pytest.skip("an installation of its own: on PostgreSQL; on SQLite in make test-full")
    environment = {name: text for name, text in os.environ.items() if not name.startswith("VSSID_")}
    environment |= {
        "VSSID_DEMO": "1",
        "VSSID_HOME": str(home),
        "VSSID_LOG_LEVEL": "WARNING",
        "DJANGO_SETTINGS_MODULE": "vssid.project.settings",
        **settings,
    }
    if connection.vendor != "postgresql":
        run(environment, "-m", "django", "migrate", "--verbosity=0")
        yield environment
        return
    values = connection.settings_dict
    server = {
        "host": values["HOST"],
        "port": values["PORT"],
        "user": values["USER"],
        "password": values["PASSWORD"],
    }
    name = f"own_{secrets.token_hex(6)}"
    login = f"{values['USER']}:{values['PASSWORD']}" if values["PASSWORD"] else values["USER"]
    databases = f"postgresql://{login}@{values['HOST']}:{values['PORT']}"
    with psycopg.connect(dbname="postgres", autocommit=True, **server) as session:
        _make_schema_once(session, environment, databases)
        session.execute(f"CREATE DATABASE {name} TEMPLATE {_SCHEMA}")
        try:
            yield environment | {"VSSID_DATABASE_URL": f"{databases}/{name}"}
        finally:
            session.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _make_schema_once(session: psycopg.Connection[Any], environment: dict[str, str], databases: str) -> None:
    """``_SCHEMA`` is what each copies; whoever comes first makes it, and others wait."""
    session.execute("SELECT pg_advisory_lock(%s)", [_MAKING])
    try:
        if session.execute("SELECT 1 FROM pg_database WHERE datname = %s", [_SCHEMA]).fetchone():
            return
        session.execute(f"DROP DATABASE IF EXISTS {_SCHEMA}_unfinished")
        session.execute(f"CREATE DATABASE {_SCHEMA}_unfinished")
        unfinished = {"VSSID_DATABASE_URL": f"{databases}/{_SCHEMA}_unfinished"}
        run(environment | unfinished, "-m", "django", "migrate", "--verbosity=0")
        session.execute(f"ALTER DATABASE {_SCHEMA}_unfinished RENAME TO {_SCHEMA}")
    finally:
        session.execute("SELECT pg_advisory_unlock(%s)", [_MAKING])


def asked(environment: dict[str, str], sql: str) -> list[tuple[Any, ...]]:
    """What the database of an installation answers."""
    if address := environment.get("VSSID_DATABASE_URL"):
        with psycopg.connect(address) as session:
            return session.execute(sql).fetchall()
    with closing(sqlite3.connect(Path(environment["VSSID_HOME"]) / "vssid.sqlite3")) as session:
        return session.execute(sql).fetchall()


def run(environment: dict[str, str], *arguments: str) -> str:
    """What the process prints; its errors when it fails."""
    done = ended(environment, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def ended(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """However the process ends."""
    return subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
