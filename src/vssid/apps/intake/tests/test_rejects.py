"""The rejects file: every finding of a line, safe in a spreadsheet, gone when nothing is wrong any more."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from vssid.apps.intake.files import find_deliveries
from vssid.apps.intake.findings import SCHEMA
from vssid.apps.intake.rejects import write_beside
from vssid.apps.intake.tests.sample import GOOD, deliver, kinds, with_changes

pytestmark = pytest.mark.django_db

_DAY = "since: “2025-02-30” is not a day of the calendar. Write it as 2026-09-30."


def test_all_findings_of_a_line_are_told(tmp_path: Path) -> None:
    wrong = with_changes(GOOD["provinces"][0], code="=1+1", name_vi="", since="2025-02-30")
    report = deliver(tmp_path, "provinces", [GOOD["provinces"][1], wrong])
    assert report.rejects_file is not None
    assert report.rejects_file.name == "provinces-1.csv.rejects.csv"
    assert report.rejects_file.read_text(encoding="utf-8").splitlines() == [
        "line,column,value,code,message",
        "3,code,'=1+1,not_a_digit,code: Use digits only. “=” is not a digit.",
        "3,name_vi,,required,name_vi: This is empty and every line needs it. Enter a value.",
        f"3,since,2025-02-30,day_format,{_DAY}",
    ]


def test_a_right_file_removes_the_rejects_of_the_wrong_one(tmp_path: Path) -> None:
    wrong = deliver(tmp_path, "provinces", [with_changes(GOOD["provinces"][0], since="x")])
    assert wrong.rejects_file is not None
    deliver(tmp_path, "provinces")
    assert not wrong.rejects_file.exists()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", " =", "＝", "＋", "－", "＠"])
def test_a_cell_is_never_a_formula(tmp_path: Path, start: str) -> None:
    findings = pl.DataFrame([(0, "a", f"{start}1", "b", "c")], schema=SCHEMA, orient="row")
    written = write_beside(tmp_path / "x.csv", "rejects", findings, 2)
    assert written is not None
    assert pl.read_csv(written, infer_schema=False)["value"].item() == f"'{start}1"


def test_a_huge_value_is_shown_in_part(tmp_path: Path) -> None:
    findings = pl.DataFrame([(0, "a", "x" * 100_000, "b", "c")], schema=SCHEMA, orient="row")
    written = write_beside(tmp_path / "x.csv", "rejects", findings, 2)
    assert written is not None
    assert written.stat().st_size < 2_000


def test_a_folder_loads_in_the_order_of_the_kinds_and_leaves_its_own_files_alone(tmp_path: Path) -> None:
    names = [
        "spells-0002.csv",
        "people.csv",
        "spells-0001.parquet",
        "wards.CSV",
        "visit_lines-1.csv",
        "visits.csv",
    ]
    for name in [*names, "people.csv.rejects.csv", "manifest.json", "spell.csv", "notes.txt"]:
        (tmp_path / name).touch()
    found, refused = find_deliveries([tmp_path], kinds())
    assert [delivery.path.name for delivery in found] == [
        "wards.CSV",
        "people.csv",
        "spells-0001.parquet",
        "spells-0002.csv",
        "visits.csv",
        "visit_lines-1.csv",
    ]
    assert refused == []


def test_what_cannot_be_taken_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "salaries.csv").touch()
    paths = [tmp_path / "empty", tmp_path / "salaries.csv", tmp_path / "none.csv"]
    found, refused = find_deliveries(paths, kinds())
    assert found == []
    assert [problem.code for _, problem in refused] == ["nothing_found", "unknown_kind", "unreadable"]
