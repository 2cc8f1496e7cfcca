"""``make test``: the whole suite on SQLite, then what touches a database again on a private PostgreSQL."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.environment import postgres
from tests.environment.nights import NIGHT

# what a browser shows does not change with the database; what a page does is asked of the services on both,
# and of the pages themselves at night
ONLY_ONCE = ["tests/accessibility", "tests/contracts", "tests/journeys", "tests/translations"]
if not NIGHT:
    ONLY_ONCE += [
        "src/vssid/channels",
        "tests/security/doors",
        # what they show is what comes of rows that are read: a paper, an answer, a file's readings
        "src/vssid/apps/assistant/tests/test_adversarial.py",
        "src/vssid/apps/assistant/tests/test_spoken_answers.py",
        "src/vssid/apps/benefits/tests/test_issue_book.py",
        "src/vssid/apps/documents/tests/test_issue_and_check.py",
        "src/vssid/apps/intake/tests/test_mutated_files.py",
        "src/vssid/apps/participation/tests/test_issue_statement.py",
        "src/vssid/apps/participation/tests/test_usual_rates.py",
    ]

_AT_ONCE = (os.cpu_count() or 2) + 1
"""A quarter of its time a process waits for a browser, a server or a database."""


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        return _on_both(Path(folder) / "touching")


def _on_both(touching: Path) -> int:
    """``touching``: where the first run names the files whose tests ask a database."""
    print("— on SQLite", flush=True)
    on_sqlite = _pytest([f"--list-them={touching}", "tests", "src"])
    if postgres.binaries() is None:
        print("SKIPPED the whole suite on PostgreSQL: no server binaries on this machine")
        return on_sqlite
    print("— on PostgreSQL", flush=True)
    with postgres.private_cluster() as address:
        on_postgres = _pytest(
            ["--what-touches-a-database", *_asked_again(touching)],
            VSSID_DATABASE_URL=address,
        )
    if on_sqlite and not on_postgres:
        print("on SQLite the suite FAILED: its summary stands above")
    return on_sqlite or on_postgres


def _asked_again(touching: Path) -> list[str]:
    """Loading the files of all tests costs each process more than ten seconds, so only these are loaded."""
    only_once = tuple(path if path.endswith(".py") else f"{path}/" for path in ONLY_ONCE)
    return [file for file in touching.read_text().splitlines() if not file.startswith(only_once)]


def _pytest(options: list[str], **environment: str) -> int:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n",
        str(_AT_ONCE),
        "--dist",
        "loadfile",
        # long browser files first, so that no process is left alone with one at the end
        "--no-loadscope-reorder",
        *options,
    ]
    return subprocess.run(command, check=False, env={**os.environ, **environment}).returncode


if __name__ == "__main__":
    sys.exit(main())
