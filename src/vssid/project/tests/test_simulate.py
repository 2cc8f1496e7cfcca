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
    assert "social_pension.amount, social_pension: social_pension.amount=+5%" in lines
    assert lines["all"] == ["4", "3", "0", "1,000,000", "1,575,000", "575,000"]
    assert lines["province 79"] == ["2", "2", "0", "1,000,000", "1,050,000", "50,000"]
    assert lines["province unknown"] == ["1", "1", "0", "0", "525,000", "525,000"]
    assert lines["sex male"][0] == "1"
    assert lines["age 80+"][0] == "1"
    picture = chart.read_text("utf-8")
    assert picture.startswith("<svg")
    assert "4 people: 3 gain, 0 lose; cost +575,000 đồng" in picture


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"drop": "age"}, "lacks age"),
        ({"null": "age"}, "The column age is empty in line 1."),
        ({"text": "age"}, "The column age holds String. Write whole numbers."),
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


def test_a_regime_runs_over_the_columns_of_its_worked_cases(tmp_path: Path) -> None:
    people, out = tmp_path / "people.parquet", tmp_path / "out.parquet"
    pl.DataFrame({"sex": ["female", "male", "male"], "contribution_months": [240, 240, 186]}).write_parquet(
        people
    )
    arguments = ["pension_rate", "--people", str(people), "--as-of", "2026-07-01", "--out", str(out)]
    done = CliRunner().invoke(command, arguments)
    assert done.exit_code == 0, done.output
    assert pl.read_parquet(out)["pension_rate"].to_list() == [550_000, 450_000, 405_000]


def test_the_law_of_two_days_is_compared(tmp_path: Path) -> None:
    people, out = tmp_path / "people.parquet", tmp_path / "out.parquet"
    pl.DataFrame(
        {
            "sex": ["female", "female", "male"],
            "average": [8_000_000, 8_000_000, 8_000_000],
            "months_until_retirement_age": [372, 372, 420],
            "months_after_retirement_age": [12, 0, 0],
            "province_code": ["01", "79", "79"],
            "birth_month": [int(Month.of(1965, 1))] * 3,
        }
    ).write_parquet(people)
    arguments = ["retirement_lump_sum", "--people", str(people), "--out", str(out)]
    days = ["--as-of", "2025-06-30", "--against", "2025-07-01"]
    done = CliRunner().invoke(command, [*arguments, *days])
    assert done.exit_code == 0, done.output
    read = pl.read_parquet(out)
    assert read["retirement_lump_sum"].to_list() == [8_000_000, 4_000_000, 0]
    assert read["retirement_lump_sum_against"].to_list() == [20_000_000, 4_000_000, 0]
    lines = {line.split("  ")[0]: line.split()[-6:] for line in done.output.splitlines()}
    assert "pension.lump_sum, retirement_lump_sum: 2025-06-30 → 2025-07-01" in lines
    assert lines["all"] == ["3", "1", "0", "12,000,000", "24,000,000", "12,000,000"]
    assert lines["province 01"][-1] == lines["sex female"][-1] == lines["age 60–69"][-1] == "12,000,000"
    assert lines["province 79"][-1] == lines["sex male"][-1] == "0"


def test_a_figure_may_be_changed_on_the_other_day(people: Path) -> None:
    change = ["--change", "social_pension.amount=+5%", "--against", "2026-08-01"]
    done = run(people, *change, rule="social_pension")
    assert done.exit_code == 0, done.output
    out = pl.read_parquet(people.with_name("out.parquet"))
    assert out["social_pension_against"].to_list() == [0, 525_000, 525_000, 525_000]
    assert "2026-07-01 → 2026-08-01, social_pension.amount=+5%" in done.output
