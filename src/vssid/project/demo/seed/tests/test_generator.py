"""The run itself: the same inputs give the same bytes, parts are bounded, bad inputs are refused."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from vssid.project.demo.seed import generate, output
from vssid.project.demo.seed.columns import SCHEMAS
from vssid.project.demo.seed.people.demography import draw_bodies
from vssid.project.demo.seed.randomness import Chance
from vssid.project.demo.seed.tests.conftest import AS_OF, PEOPLE


def test_the_same_inputs_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    again = generate(PEOPLE, tmp_path, as_of=AS_OF)
    first = json.loads((folder / "manifest.json").read_text())
    assert [part.sha256 for part in again.files] == [part["sha256"] for part in first["files"]]


def test_another_seed_gives_other_people_and_the_same_cast(folder: Path, tmp_path: Path) -> None:
    generate(PEOPLE, tmp_path, seed=2, as_of=AS_OF)
    ours, theirs = (pl.read_parquet(where / "people-*.parquet")["full_name"] for where in (folder, tmp_path))
    assert ours[:16].to_list() == theirs[:16].to_list()
    assert (ours[16:] == theirs[16:]).sum() < PEOPLE // 20


def test_the_draws_of_a_chunk_depend_on_seed_and_number_alone() -> None:
    one, two = (draw_bodies(Chance(1, 3), 500, AS_OF) for _ in range(2))
    assert (one.birth_day == two.birth_day).all()
    assert not (draw_bodies(Chance(1, 4), 500, AS_OF).birth_day == one.birth_day).all()


def test_the_manifest_tells_every_file(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())
    assert (manifest["people"], manifest["seed"], manifest["as_of"]) == (PEOPLE, 1, "2026-11-22")
    assert {part["name"] for part in manifest["files"]} == {path.name for path in folder.glob("*.parquet")}
    for part in manifest["files"]:
        content = (folder / part["name"]).read_bytes()
        assert part["sha256"] == hashlib.sha256(content).hexdigest()
        assert part["rows"] == pl.read_parquet(folder / part["name"]).height


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_kind_has_exactly_the_contracts_columns(folder: Path, kind: str) -> None:
    frame = pl.read_parquet(folder / f"{kind}-0001.parquet")
    assert dict(frame.schema) == SCHEMAS[kind]


def test_long_kinds_come_in_bounded_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "ROWS_PER_PART", 1_000)
    manifest = generate(500, tmp_path, as_of=AS_OF)
    spells = [part for part in manifest.files if part.kind == "spells"]
    assert [part.name for part in spells][:2] == ["spells-0001.parquet", "spells-0002.parquet"]
    assert all(part.rows == 1_000 for part in spells[:-1])
    assert manifest.rows["people"] == 500


def test_csv_says_the_same(folder: Path, tmp_path: Path) -> None:
    generate(PEOPLE, tmp_path, as_of=AS_OF, file_format="csv")
    text = pl.read_csv(tmp_path / "cards-0001.csv", infer_schema=False)
    assert text.equals(pl.read_parquet(folder / "cards-0001.parquet").cast(pl.String))


def test_progress_ends_with_everybody(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    generate(400, tmp_path, as_of=AS_OF, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (400, 400)


def test_an_earlier_run_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "spells-0009.parquet").write_bytes(b"old")
    (tmp_path / "mine.txt").write_text("kept")
    generate(100, tmp_path, as_of=AS_OF)
    assert not (tmp_path / "spells-0009.parquet").exists()
    assert (tmp_path / "mine.txt").exists()


@pytest.mark.parametrize(
    ("people", "seed", "as_of"),
    [(3, 1, AS_OF), (1_000_001, 1, AS_OF), (100, -1, AS_OF), (100, 1, date(2025, 12, 31))],
)
def test_bad_inputs_are_refused(tmp_path: Path, people: int, seed: int, as_of: date) -> None:
    with pytest.raises(ValueError, match=r"people|seed|as_of"):
        generate(people, tmp_path, seed=seed, as_of=as_of)


@pytest.mark.parametrize("as_of", [date(2026, 1, 1), date(2026, 2, 28), date(2027, 3, 31), date(2028, 2, 29)])
def test_any_day_will_do(tmp_path: Path, as_of: date) -> None:
    manifest = generate(300, tmp_path, as_of=as_of)
    assert manifest.rows["people"] == 300
