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
