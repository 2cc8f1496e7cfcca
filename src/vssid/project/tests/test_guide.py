"""The generated parts of the guide say what the code says; ``make docs`` writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from vssid.project import law_guide
from vssid.project.guide import RETENTION, retention_page
from vssid.project.law_guide import LAW, law_files, write_law_files


def test_what_is_kept_is_that_of_the_schedule() -> None:
    assert RETENTION.read_text() == retention_page()


def test_the_law_is_that_of_its_folders() -> None:
    files = law_files()
    assert set(LAW.iterdir()) == set(files)
    assert [path for path, text in files.items() if path.read_text() != text] == [], "run `make docs`"


def test_a_file_of_what_is_computed_no_more_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(law_guide, "LAW", tmp_path / "law")
    write_law_files()
    old = tmp_path / "law" / "weather.md"
    old.write_text("# Weather")
    write_law_files()
    assert not old.exists()
    assert "maternity.leave" in (tmp_path / "law" / "maternity.md").read_text()


def test_what_has_ended_is_told_with_its_last_day_whenever_the_file_is_made() -> None:
    lines = law_files()[LAW / "sickness.md"].splitlines()
    (figure,) = (line for line in lines if line.startswith("| Days of a long illness at the full rate"))
    (rule,) = (line for line in lines if "`sickness.long_leave`" in line)
    assert all("| **1 January 2016 – 30 June 2025, then none** |" in line for line in (figure, rule))
    limit = next(number for number, line in enumerate(lines) if "`sickness.limit`" in line)
    assert "| since 1 July 2025 |" in lines[limit]
    assert "| 1 January 2016 – 30 June 2025 |" in lines[limit + 1]


def test_a_figure_that_follows_from_others_says_how_and_by_which_acts() -> None:
    lines = law_files()[LAW / "survivors.md"].splitlines()
    funeral = next(line for line in lines if line.startswith("| Funeral grant |") and " = " in line)
    assert "VND 25,300,000 = 10 × Reference level, a month" in funeral
    assert "Nghị định 161/2026/NĐ-CP" in funeral
