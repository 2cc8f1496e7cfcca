"""A kind of case whose folder lacks something does not start, and says what."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from vssid.apps.procedures.kinds.loading import CATALOGUE, BrokenProcedure, UnknownProcedure, kind_of, load
from vssid.domain.casework.states import Outcome

PACKAGE = "vssid.apps.procedures.catalogue"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy to break; its hooks are still found by the name of the folder."""
    return Path(shutil.copytree(CATALOGUE / "report_mistake", tmp_path / "report_mistake"))


def test_the_catalogue_loads() -> None:
    kind = kind_of("report_not_me")
    assert (kind.term.days, kind.four_eyes, kind.role) == (10, False, "officer")
    assert kind.titles["vi"] == "Báo không phải tôi"
    assert kind.words(kind.reasons[Outcome.REFUSED][0])["ko"]
    with pytest.raises(UnknownProcedure):
        kind_of("no_such")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("procedure.toml", "days = 10\nanswer", "answer", "working days"),
        ("procedure.toml", 'role = "officer"', 'role = "editor"', "editor works no cases"),
        ("procedure.toml", "days = 10\nanswer", "days = 10\nhours = 8\nanswer", "working days"),
        ("procedure.toml", 'purpose = "correction"', 'purpose = "curiosity"', "curiosity"),
        ("procedure.toml", 'role = "officer"', 'rolle = "officer"', "rolle"),
        ("procedure.toml", '"record_right"', '"corrected"', "stands once"),
        ("procedure.toml", "answer_days = 10", "answer_days = 0", "a day to answer"),
        ("procedure.toml", "four_eyes", "four eyes", "not readable"),
        ("procedure.toml", "four_eyes", 'second_unless = ["mood"]\nfour_eyes', "lacks seen"),
        ("procedure.toml", "four_eyes", 'read_by = "asker"\nfour_eyes', "tell the person"),
        ("procedure.toml", "four_eyes", 'read_by = "anybody"\nfour_eyes', "anybody"),
        ("procedure.toml", "four_eyes", 'words_stay = ["refused"]\nfour_eyes', "words_stay"),
        (
            "procedure.toml",
            "[reasons]",
            '[photo]\nquestions = ["mood"]\nact = "view"\n[reasons]',
            "questions of the",
        ),
        (
            "procedure.toml",
            "[reasons]",
            '[photo]\nquestions = ["which_figure"]\nact = "view"\n[reasons]',
            "lacks photo",
        ),
        (
            "procedure.toml",
            "[reasons]",
            '[photo]\nquestions = ["which_figure"]\nact = "fly"\n[reasons]',
            "fly",
        ),
        ("ko.toml", "corrected = ", "korrected = ", "korrected"),
        ("ja.toml", "[reasons]", "[reason]", "holds unknown reason"),
    ],
)
def test_a_broken_folder_is_refused_by_name(folder: Path, file: str, old: str, new: str, said: str) -> None:
    text = (folder / file).read_text()
    assert old in text
    (folder / file).write_text(text.replace(old, new))
    with pytest.raises(BrokenProcedure, match=f"report_mistake: .*{said}"):
        load(folder, package=PACKAGE)


def test_a_missing_language_or_hook_is_refused(folder: Path) -> None:
    with pytest.raises(BrokenProcedure, match=r"ImportError|ModuleNotFoundError"):
        load(folder, package="vssid.apps.procedures.kinds")
    (folder / "zh-hans.toml").unlink()
    with pytest.raises(BrokenProcedure, match=r"zh-hans\.toml is missing"):
        load(folder, package=PACKAGE)
