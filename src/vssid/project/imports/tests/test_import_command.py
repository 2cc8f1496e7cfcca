"""``vssid import`` as a script sees it: exit codes, JSON, plain words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.conf import settings

from vssid.apps.intake.tests.sample import GOOD, with_changes, write_csv
from vssid.project.commands.import_files import command

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "HOME", tmp_path / "home")


def vssid_import(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_all_posted_then_nothing_to_do(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "provinces.csv", GOOD["provinces"])
    first = vssid_import(path, "--batch-note", "first")
    assert (first.exit_code, first.stderr) == (0, "")
    assert "4 new, 0 corrected, 0 unchanged, 0 rejected of 4 rows." in first.stdout
    second = vssid_import(path)
    assert second.exit_code == 0
    assert "already posted as batch" in second.stdout
    assert "on 2026-11-22: nothing to do." in second.stdout


def test_rejected_lines_exit_with_two(tmp_path: Path) -> None:
    wrong = with_changes(GOOD["provinces"][0], since="22/11/2026")
    result = vssid_import("--json", write_csv(tmp_path / "provinces.csv", [wrong, *GOOD["provinces"][1:]]))
    document = json.loads(result.stdout)
    assert (result.exit_code, document["exit_code"]) == (2, 2)
    (file,) = document["files"]
    assert (file["state"], file["rows"]["new"], file["rows"]["rejected"]) == ("posted", 3, 1)
    assert file["findings"] == {"day_format": 1}
    assert Path(file["rejects_file"]).exists()


def test_nothing_readable_exits_with_three(tmp_path: Path) -> None:
    (tmp_path / "provinces.csv").write_text("code,mayor\n01,x\n", encoding="utf-8")
    result = vssid_import(tmp_path / "provinces.csv")
    assert result.exit_code == 3
    assert "provinces does not know: mayor" in result.stderr


def test_a_dry_run_posts_nothing(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "provinces.csv", GOOD["provinces"])
    assert "checked only. 4 new" in vssid_import("--dry-run", path).stdout
    assert "4 new" in vssid_import(path).stdout


def test_undo(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "provinces.csv", GOOD["provinces"])
    batch = json.loads(vssid_import(path, "--json").stdout)["files"][0]["batch"]
    assert vssid_import("undo", batch).stdout == f"Batch {batch} (provinces, provinces.csv) was taken back.\n"
    again = vssid_import("undo", batch)
    assert again.exit_code == 1
    assert f"Batch {batch} was taken back on 2026-11-22." in again.stderr
