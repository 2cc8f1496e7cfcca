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


@contextmanager
def installation(home: Path, **settings: str) -> Iterator[dict[str, str]]:
    """The environment its processes run in; the database is empty and of the current schema.

    Starting processes takes long: on every change only on PostgreSQL, where there is one, at night on both.
    """
    if connection.vendor == "sqlite" and postgres.binaries() and not os.environ.get("VSSID_TEST_FULL"):
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
    with psycopg.connect(dbname="postgres", autocommit=True, **server) as session:
        session.execute(f"CREATE DATABASE {name}")
        try:
            login = f"{values['USER']}:{values['PASSWORD']}" if values["PASSWORD"] else values["USER"]
            environment["VSSID_DATABASE_URL"] = (
                f"postgresql://{login}@{values['HOST']}:{values['PORT']}/{name}"
            )
            run(environment, "-m", "django", "migrate", "--verbosity=0")
            yield environment
        finally:
            session.execute(f"DROP DATABASE {name} WITH (FORCE)")


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
