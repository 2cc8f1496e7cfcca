"""An import that is killed leaves nothing half-posted and can simply be run again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from vssid.apps.intake.tests.sample import GOOD, write_csv

_IMPORT_AND_DIE = """
import os, signal, sys
from pathlib import Path
import django
django.setup()
from django.db import connection
from vssid.apps.intake.services import Options
from vssid.kit import clock
from vssid.project.imports import run_imports

wanted = sys.argv[2]
def die(execute, sql, params, many, context):
    result = execute(sql, params, many, context)
    if wanted and wanted in sql:
        os.kill(os.getpid(), signal.SIGKILL)
    return result

with connection.execute_wrapper(die):
    outcome = run_imports([Path(sys.argv[1])], Options(now=clock.now()), shown=False)
print([(report.kind, report.state.value, report.new) for report in outcome.reports])
with connection.cursor() as cursor:
    cursor.execute("SELECT count(*) FROM spell")
    print("spells", cursor.fetchone()[0])
    cursor.execute("SELECT count(*) FROM span")
    print("spans", cursor.fetchone()[0])
"""


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of an installation of its own, on the kind of database the tests run on."""
    home = tmp_path_factory.mktemp("killed")
    environment = {
        **os.environ,
        "VSSID_DEMO": "1",
        "VSSID_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "vssid.project.settings",
    }
    environment.pop("VSSID_DATABASE_URL", None)
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
    name = f"killed_{os.getpid()}"
    with psycopg.connect(dbname="postgres", autocommit=True, **server) as session:
        session.execute(f"CREATE DATABASE {name}")
        try:
            login = f"{values['USER']}:{values['PASSWORD']}" if values["PASSWORD"] else values["USER"]
            address = f"postgresql://{login}@{values['HOST']}:{values['PORT']}/{name}"
            environment["VSSID_DATABASE_URL"] = address
            run(environment, "-m", "django", "migrate", "--verbosity=0")
            yield environment
        finally:
            session.execute(f"DROP DATABASE {name} WITH (FORCE)")


def run(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_killed_anywhere_and_run_again(installation: dict[str, str], tmp_path: Path) -> None:
    for kind, rows in GOOD.items():
        if list(GOOD).index(kind) <= list(GOOD).index("spells"):
            write_csv(tmp_path / f"{kind}.csv", rows)
    before_spells = tmp_path / "before"
    before_spells.mkdir()
    for path in tmp_path.glob("*.csv"):
        if path.stem != "spells":
            path.rename(before_spells / path.name)
    posted = run(installation, "-c", _IMPORT_AND_DIE, str(before_spells), "")
    assert "'people', 'posted', 3" in posted.stdout, posted.stderr
    for statement in ("person_key k JOIN", 'INSERT INTO "batch"', "DELETE FROM span"):
        killed = run(installation, "-c", _IMPORT_AND_DIE, str(tmp_path / "spells.csv"), statement)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        nothing = run(installation, "-c", _IMPORT_AND_DIE, str(before_spells), "")
        assert "spells 0\nspans 0" in nothing.stdout
    whole = run(installation, "-c", _IMPORT_AND_DIE, str(tmp_path / "spells.csv"), "")
    assert f"('spells', 'posted', {len(GOOD['spells'])})" in whole.stdout, whole.stderr
    assert f"spells {len(GOOD['spells'])}\n" in whole.stdout
    staging = Path(installation["VSSID_HOME"]) / "staging"
    assert [path.name for path in staging.iterdir()] == ["lock"]
