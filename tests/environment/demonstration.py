"""The whole product on a small population: made once, then served by each test process that asks for it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import polars
import psycopg
import pytest
from filelock import FileLock

PEOPLE = 200
VOICE_TOKEN = "of-the-tests-voice-agent-" + "t" * 12
_READY_SECONDS = 90


@dataclass(frozen=True)
class Demonstration:
    """A running product: its address, and the log-ins of its cast by key.

    ``database``: its address, empty for the file in ``home``.
    """

    address: str
    logins: dict[str, dict[str, str]]
    home: Path
    database: str


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    with served(copy_of_its_own(tmp_path_factory)) as product:
        yield product


def copy_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to serve, in which nobody has done anything yet."""
    return _copied(_made_once(tmp_path_factory), tmp_path_factory.mktemp("demonstration"))


def _made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a demonstration nobody serves, which each test process copies."""
    ours = tmp_path_factory.getbasetemp()
    shared = ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours
    original = shared / "demonstration-original"
    with FileLock(shared / "demonstration.lock"):
        if not (original / "made").exists():
            original.mkdir()
            make(original)
            (original / "made").touch()
    return original


def _copied(original: Path, home: Path) -> Path:
    shutil.copytree(original, home, dirs_exist_ok=True)
    if theirs := _database(original):
        with psycopg.connect(os.environ["VSSID_DATABASE_URL"], autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{_name(_database(home))}" TEMPLATE "{_name(theirs)}"')
    return home


def bring(home: Path, files: Path) -> None:
    """Files of the agency into the demonstration in ``home``."""
    _run(_environment(home), "-m", "vssid", "import", str(files))


@contextmanager
def running(home: Path) -> Iterator[Demonstration]:
    """The product made from nothing in ``home``, served until the block ends."""
    make(home)
    with served(home) as product:
        yield product


def make(home: Path) -> None:
    """Seed, import, texts and accounts in ``home``."""
    environment = _environment(home)
    if address := _database(home):
        with psycopg.connect(os.environ["VSSID_DATABASE_URL"], autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{_name(address)}"')
    _run(environment, "-c", _MAKE, str(PEOPLE), str(home / "files"))


@contextmanager
def served(home: Path, *, port: int = 0, **settings: str) -> Iterator[Demonstration]:
    """What was made in ``home``, served until the block ends; ``settings`` on top of its own."""
    port = port or free_port()
    log = (home / "server.log").open("wb")
    server = subprocess.Popen(
        [sys.executable, "-m", "vssid", "serve", "--port", str(port), "--workers", "1"],
        env=_environment(home) | settings,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_until_served(address, server, home / "server.log")
        logins = json.loads((home / "demo" / "logins.json").read_text())
        yield Demonstration(address, {row["person"]: row for row in logins}, home, _database(home))
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def _environment(home: Path) -> dict[str, str]:
    outer = {name: value for name, value in os.environ.items() if not name.startswith("VSSID_")}
    ours = {
        "VSSID_DEMO": "1",
        "VSSID_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "vssid.project.settings",
        "VSSID_VOICE_CORE_TOKEN": VOICE_TOKEN,
    }
    return outer | ours | ({"VSSID_DATABASE_URL": address} if (address := _database(home)) else {})


def _database(home: Path) -> str:
    """On PostgreSQL the address of a database of its own on the tests' server; on SQLite nothing to say."""
    address = os.environ.get("VSSID_DATABASE_URL", "")
    if not address.startswith("postgres"):
        return ""
    return f"{address.rsplit('/', 1)[0]}/demo_{sha256(str(home).encode()).hexdigest()[:16]}"


def _name(database: str) -> str:
    return database.rsplit("/", 1)[1]


# one process: each of its own would load the whole product again
_MAKE = """
import os, sys
from vssid.project.cli import start_django, vssid

os.umask(0o077)
people, files = sys.argv[1:]
start_django()
for command in (
    ["migrate"], ["content", "load"], ["seed", "--people", people, "--out", files], ["import", files]
):
    try:
        code = vssid.main(command, standalone_mode=False)
    except SystemExit as end:
        code = end.code
    assert not code, f"{command}: {code}"

from django.core.management import call_command
from vssid.apps.healthcard.jobs import tell_cards
from vssid.apps.participation.jobs import tell_monthly
from vssid.kit import clock
from vssid.project.demo.accounts import open_cast_accounts
from vssid.project.demo.desk import fill_desk
from vssid.project.demo.reports import record_reports

call_command("collectstatic", interactive=False, verbosity=0)
open_cast_accounts()
record_reports(now=clock.now())
fill_desk(now=clock.now())
tell_monthly.func()
tell_cards.func()
"""


def _run(environment: dict[str, str], *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{' '.join(arguments[:4])}:\n{done.stdout[-3000:]}{done.stderr[-3000:]}"


def _wait_until_served(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _READY_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError(f"the server did not come up:\n{log.read_text()[-3000:]}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def without_account(home: Path) -> polars.DataFrame:
    """The living on record with a citizen number, a whole birth date and no account."""
    files = home / "files" if (home / "files").exists() else home / "demo" / "files"
    taken = polars.read_parquet(files / "accounts-*.parquet")["insurance_number"]
    logins = json.loads((home / "demo" / "logins.json").read_text())
    cast = [row["insurance_number"] for row in logins]
    return polars.read_parquet(files / "people-*.parquet").filter(
        polars.col("died_on").is_null()
        & polars.col("national_id").is_not_null()
        & (polars.col("birth_date").cast(polars.String).str.len_chars() == len("1990-01-01"))
        & ~polars.col("insurance_number").is_in([*taken, *cast])
    )
