"""An import that is killed leaves nothing half-posted and can simply be run again."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.environment.installation import asked, ended, installation

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
"""
_POSTED = "SELECT (SELECT count(*) FROM spell), (SELECT count(*) FROM span)"


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    with installation(tmp_path_factory.mktemp("killed")) as environment:
        yield environment


@pytest.mark.django_db  # names the kind of database; nothing is written to the tests' own
def test_killed_anywhere_and_run_again(own: dict[str, str], tmp_path: Path) -> None:
    for kind, rows in GOOD.items():
        if list(GOOD).index(kind) <= list(GOOD).index("spells"):
            write_csv(tmp_path / f"{kind}.csv", rows)
    before_spells = tmp_path / "before"
    before_spells.mkdir()
    for path in tmp_path.glob("*.csv"):
        if path.stem != "spells":
            path.rename(before_spells / path.name)
    posted = ended(own, "-c", _IMPORT_AND_DIE, str(before_spells), "")
    assert "'people', 'posted', 4" in posted.stdout, posted.stderr
    for statement in ("person_key k JOIN", 'INSERT INTO "batch"', "DELETE FROM span"):
        killed = ended(own, "-c", _IMPORT_AND_DIE, str(tmp_path / "spells.csv"), statement)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        assert asked(own, _POSTED) == [(0, 0)]
    whole = ended(own, "-c", _IMPORT_AND_DIE, str(tmp_path / "spells.csv"), "")
    assert f"('spells', 'posted', {len(GOOD['spells'])})" in whole.stdout, whole.stderr
    [(spells, spans)] = asked(own, _POSTED)
    assert spells == len(GOOD["spells"])
    assert spans > 0
    staging = Path(own["VSSID_HOME"]) / "staging"
    assert [path.name for path in staging.iterdir()] == ["lock"]
