from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from vssid.domain.values.months import Month
from vssid.project.commands.simulate import command
from vssid.project.simulation import streaming

PEOPLE = pl.DataFrame(
    {
        "id": ["a", "b", "c", "d"],
        "age": [74, 75, 76, 90],
        "poor": [False, False, True, False],
        "other_pension": [0, 0, 0, 510_000],
        "requested": [True, True, True, True],
        "female": [True, False, True, True],
        "birth_month": [int(Month.of(year, 1)) for year in (1952, 1951, 1950, 1936)],
        "province_code": ["01", "79", "79", None],
    }
)


@pytest.fixture
def people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(streaming, "BATCH", 3)
    file = tmp_path / "people.parquet"
    PEOPLE.write_parquet(file)
    return file


def run(people: Path, *more: str, rule: str = "social_pension.amount") -> Result:
    out = str(people.with_name("out.parquet"))
    arguments = [rule, "--people", str(people), "--as-of", "2026-07-01", "--out", out, *more]
    return CliRunner().invoke(command, arguments)


def test_everybody_gets_an_answer_beside_their_own_columns(people: Path) -> None:
    done = run(people)
    assert done.exit_code == 0, done.output
    out = pl.read_parquet(people.with_name("out.parquet"))
    assert out.drop("social_pension").equals(PEOPLE)
    assert out["social_pension"].to_list() == [0, 500_000, 500_000, 0]
    assert "people/s" in done.output


def test_a_change_is_told_by_group_and_drawn(people: Path) -> None:
    chart = people.with_name("chart.svg")
    done = run(people, "--change", "social_pension.amount=+5%", "--chart", str(chart))
    assert done.exit_code == 0, done.output
    out = pl.read_parquet(people.with_name("out.parquet"))
    assert out["social_pension_changed"].to_list() == [0, 525_000, 525_000, 525_000]
    lines = {line.split("  ")[0]: line.split()[-6:] for line in done.output.splitlines()}
    assert lines["all"] == ["4", "3", "0", "1,000,000", "1,575,000", "575,000"]
    assert lines["province 79"] == ["2", "2", "0", "1,000,000", "1,050,000", "50,000"]
    assert lines["province ?"] == ["1", "1", "0", "0", "525,000", "525,000"]
    assert lines["sex male"][0] == "1"
    assert lines["age 80+"][0] == "1"
    picture = chart.read_text("utf-8")
    assert picture.startswith("<svg")
    assert "4 people: 3 gain, 0 lose; cost +575,000 đồng" in picture


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"drop": "age"}, "lacks age"),
        ({"null": "age"}, "The column age holds"),
        ({"text": "age"}, "The column age holds"),
    ],
)
def test_what_is_wrong_with_the_file_is_named(people: Path, change: dict[str, str], told: str) -> None:
    ((what, column),) = change.items()
    spoilt = {
        "drop": lambda: PEOPLE.drop(column),
        "null": lambda: PEOPLE.with_columns(pl.lit(None, pl.Int64).alias(column)),
        "text": lambda: PEOPLE.with_columns(pl.lit("x").alias(column)),
    }[what]()
    spoilt.write_parquet(people)
    done = run(people)
    assert done.exit_code == 1
    assert told in done.output


@pytest.mark.parametrize(
    ("rule", "more", "told"),
    [
        ("weather", [], "no rule called weather"),
        ("social_pension.amount", ["--change", "x"], "is not a change"),
        ("social_pension.amount", ["--change", "weather=3"], "no figure of the law named weather"),
        ("social_pension.amount", ["--result", "weather"], "gives no weather"),
    ],
)
def test_what_is_wrong_with_the_question_is_named(
    people: Path, rule: str, more: list[str], told: str
) -> None:
    done = run(people, *more, rule=rule)
    assert done.exit_code == 1
    assert told in done.output
