"""What `vssid simulate` refuses, in one line and with nothing lost."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from click import ClickException
from click.testing import CliRunner, Result

from vssid.domain.values.problem import Problem
from vssid.project.commands.simulate import command
from vssid.project.simulation import streaming

SOCIAL = pl.DataFrame(
    {
        "age": [74, 75, 76, 90],
        "poor": [False, False, True, False],
        "other_pension": [0, 0, 0, 510_000],
        "requested": [True, True, True, True],
    }
)
EARLIER = b"an earlier good one"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """With a population; nothing unfinished stays in it."""
    monkeypatch.setattr(streaming, "BATCH", 3)
    SOCIAL.write_parquet(tmp_path / "people.parquet")
    yield tmp_path
    assert not list(tmp_path.glob(".*"))


def run(folder: Path, *more: str, rule: str = "social_pension.amount", out: str = "out.parquet") -> Result:
    places = ["--people", str(folder / "people.parquet"), "--out", str(folder / out)]
    arguments = [rule, *places, "--as-of", "2026-07-01", *more]
    return CliRunner().invoke(command, arguments, standalone_mode=False)


def refused(done: Result, code: str, told: str) -> None:
    """By a situation with its code, in one line."""
    assert isinstance(done.exception, ClickException), done.output
    problem = done.exception.__cause__
    assert isinstance(problem, Problem)
    assert problem.code == code
    assert told in done.exception.message
    assert "\n" not in done.exception.message


def of(column: str, *values: Any, kind: Any = None) -> pl.DataFrame:
    return SOCIAL.with_columns(pl.Series(column, values, dtype=kind))


@pytest.mark.parametrize("way", ["itself", "symbolic link", "hard link", "round about"])
def test_the_population_is_not_written_over(folder: Path, way: str) -> None:
    people = folder / "people.parquet"
    if way == "symbolic link":
        (folder / "out.parquet").symlink_to(people)
    if way == "hard link":
        os.link(people, folder / "out.parquet")
    out = {"itself": "people.parquet", "round about": f"../{folder.name}/people.parquet"}
    done = run(folder, out=out.get(way, "out.parquet"))
    refused(done, "same_file", "--out would overwrite --people")
    assert pl.read_parquet(people).equals(SOCIAL)


@pytest.mark.parametrize(
    ("chart", "told"),
    [
        ("people.parquet", "--chart would overwrite --people"),
        ("out.parquet", "--chart would overwrite --out"),
    ],
)
def test_a_chart_is_drawn_over_neither_file(folder: Path, chart: str, told: str) -> None:
    refused(run(folder, "--chart", str(folder / chart)), "same_file", told)
    assert pl.read_parquet(folder / "people.parquet").equals(SOCIAL)


def test_a_run_that_fails_leaves_the_earlier_files(folder: Path) -> None:
    of("age", 74, 75, 76, None).write_parquet(folder / "people.parquet")
    for name in ("out.parquet", "chart.svg"):
        (folder / name).write_bytes(EARLIER)
    done = run(folder, "--chart", str(folder / "chart.svg"))
    refused(done, "value_missing", "The column age is empty in line 4.")
    assert {(folder / name).read_bytes() for name in ("out.parquet", "chart.svg")} == {EARLIER}


def test_a_run_that_fails_leaves_no_file(folder: Path) -> None:
    of("age", 74, 75, 76, None).write_parquet(folder / "people.parquet")
    assert run(folder).exit_code == 1
    assert [file.name for file in folder.iterdir()] == ["people.parquet"]


def test_what_a_link_points_to_is_replaced(folder: Path) -> None:
    (folder / "kept.parquet").write_bytes(EARLIER)
    (folder / "out.parquet").symlink_to("kept.parquet")
    assert run(folder).exit_code == 0
    assert pl.read_parquet(folder / "kept.parquet").height == SOCIAL.height
    assert (folder / "out.parquet").is_symlink()


def test_nobody_is_a_population_too(folder: Path) -> None:
    SOCIAL.clear().write_parquet(folder / "people.parquet")
    assert run(folder).exit_code == 0
    assert pl.read_parquet(folder / "out.parquet").columns == [*SOCIAL.columns, "social_pension"]


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        (of("age", 74, 75, 76, -1), "The column age holds -1 in line 4. Write a whole number from 0 to 150."),
        (of("age", 74, 990, 76, 90), "The column age holds 990 in line 2."),
        (of("age", 74, 990, 76, 90, kind=pl.Int16), "The column age holds 990 in line 2."),
        (
            of("other_pension", 0, 0, 2**64 - 1, 0, kind=pl.UInt64),
            "The column other_pension holds 18446744073709551615 in line 3.",
        ),
        (of("other_pension", 0, 0, 0, 2**62), "holds 4611686018427387904 in line 4."),
        (of("poor", 0, 1, 2, 0), "The column poor holds 2 in line 3. Write a whole number from 0 to 1."),
    ],
)
def test_values_that_nobody_has_are_told_with_their_line(
    folder: Path, spoilt: pl.DataFrame, told: str
) -> None:
    spoilt.write_parquet(folder / "people.parquet")
    refused(run(folder), "value_out_of_bounds", told)


def test_months_below_none_are_refused(folder: Path) -> None:
    people = pl.DataFrame({"sex": ["female", "male"], "contribution_months": [240, -240]})
    people.write_parquet(folder / "people.parquet")
    done = run(folder, rule="pension_rate")
    refused(done, "value_out_of_bounds", "The column contribution_months holds -240 in line 2.")


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        (of("age", 74.0, 75.0, 76.0, 90.0), "The column age holds Float64. Write whole numbers."),
        (of("age", True, True, True, True), "The column age holds Boolean. Write whole numbers."),
        (of("poor", "no", "no", "yes", "no"), "The column poor holds String. Write true or false."),
    ],
)
def test_columns_of_another_kind_are_refused(folder: Path, spoilt: pl.DataFrame, told: str) -> None:
    spoilt.write_parquet(folder / "people.parquet")
    refused(run(folder), "wrong_column", told)


def test_truths_may_be_written_as_numbers(folder: Path) -> None:
    as_truths = pl.DataFrame({"female": [True, False], "months": [240, 240]})
    for written in (as_truths, as_truths.with_columns(pl.col("female").cast(pl.UInt8))):
        written.write_parquet(folder / "people.parquet")
        done = run(folder, rule="pension_rate")
        assert done.exit_code == 0, done.output
        assert pl.read_parquet(folder / "out.parquet")["pension_rate"].to_list() == [550_000, 450_000]


@pytest.mark.parametrize(
    ("sexes", "code", "told"),
    [
        (["female", "F"], "unknown_choice", "The column sex holds F in line 2. Write one of: female, male."),
        ([None, "female"], "value_missing", "The column sex is empty in line 1."),
        ([1, 0], "unknown_choice", "The column sex holds 1 in line 1."),
    ],
)
def test_a_sex_is_refused_by_the_column_of_the_file(
    folder: Path, sexes: list[Any], code: str, told: str
) -> None:
    people = pl.DataFrame({"sex": sexes, "contribution_months": [240, 240]})
    people.write_parquet(folder / "people.parquet")
    refused(run(folder, rule="pension_rate"), code, told)


@pytest.mark.parametrize(
    ("averages", "code", "told"),
    [
        ([8e6, 8e6], "wrong_column", "The column average holds Float64. Write whole numbers."),
        ([8_000_000, None], "value_missing", "The column average is empty in line 2."),
        (
            [8_000_000, 10**17],
            "value_out_of_bounds",
            "The column average holds 100000000000000000 in line 2.",
        ),
    ],
)
def test_an_average_is_refused_by_the_column_of_the_file(
    folder: Path, averages: list[Any], code: str, told: str
) -> None:
    people = pl.DataFrame({"sex": ["female"] * 2, "average": averages, "months_until_retirement_age": 372})
    people.write_parquet(folder / "people.parquet")
    refused(run(folder, rule="retirement_lump_sum"), code, told)


def test_a_number_that_stands_for_no_word_is_refused(folder: Path) -> None:
    people = pl.DataFrame({"benefit_digit": [4, 4], "cost_in_scope": 5_000_001, "route": [101, 102]})
    people.write_parquet(folder / "people.parquet")
    assert run(folder, rule="bhyt_claim").exit_code == 0
    people.with_columns(route=pl.Series([101, 250])).write_parquet(folder / "people.parquet")
    done = run(folder, rule="bhyt_claim")
    refused(done, "unknown_choice", "The column route holds 250 in line 2. Write one of: 101, 102, ")


def test_columns_are_not_written_over_by_results(folder: Path) -> None:
    SOCIAL.with_columns(social_pension_changed=1, social_pension=2).write_parquet(folder / "people.parquet")
    done = run(folder, "--change", "social_pension.amount=+5%")
    refused(done, "columns_taken", "social_pension, social_pension_changed: the file has columns")


def test_what_a_rule_reads_and_gives_may_be_in_the_file(folder: Path) -> None:
    people = pl.DataFrame({"scale_months": [60], "plain_points": [2_988_000], "base_salary": [1_150_000]})
    people.write_parquet(folder / "people.parquet")
    done = run(folder, rule="average_state_scale")
    assert done.exit_code == 0, done.output
    assert pl.read_parquet(folder / "out.parquet")["scale_months"].to_list() == [60]


def test_a_file_that_is_no_parquet_is_told(folder: Path) -> None:
    (folder / "people.parquet").write_text("age,poor\n74,false\n", "utf-8")
    refused(run(folder), "not_parquet", "people.parquet cannot be read as Parquet")


@pytest.mark.parametrize("option", ["--out", "--chart"])
def test_a_folder_that_is_missing_is_told_before_anything_is_read(folder: Path, option: str) -> None:
    (folder / "people.parquet").write_text("nothing to read", "utf-8")
    done = run(folder, option, str(folder / "missing" / "file"))
    refused(done, "no_folder", f"{option}: there is no folder {folder / 'missing'}.")


def test_a_pipe_is_no_place_for_results(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    refused(run(folder, out="pipe"), "no_plain_file", "pipe is a device or a pipe.")


def test_a_place_that_cannot_be_written_is_told_before_anything_is_read(folder: Path) -> None:
    (folder / "people.parquet").write_text("nothing to read", "utf-8")
    done = run(folder, "--chart", str(folder / ("x" * 250)))
    refused(done, "cannot_write", "cannot be written: File name too long.")


def test_what_cannot_be_reckoned_exactly_is_refused(folder: Path) -> None:
    people = {"sex": ["female"], "months": 240, "months_compulsory": 240, "early_months": 0, "floored": False}
    exact = {"average_total": 10**16 - 1, "average_months": 359_999}
    pl.DataFrame({**people, **exact}).write_parquet(folder / "people.parquet")
    assert run(folder, rule="pension.pension").exit_code == 0
    done = run(folder, "--change", "pension.first_rate=450001", rule="pension.pension")
    refused(done, "too_large", "What follows from lines 1 to 1 is too large")


@pytest.mark.parametrize(
    ("changes", "code", "told"),
    [
        (
            ["social_pension.amount=+5%"] * 2,
            "changed_twice",
            "social_pension.amount is changed more than once",
        ),
        (
            ["social_pension.amount=-150%"],
            "figure_out_of_bounds",
            "social_pension.amount would be -250000 (dong)",
        ),
        (
            ["social_pension.amount=9000000000000000000"],
            "figure_out_of_bounds",
            "would be 9000000000000000000",
        ),
        (["social_pension.amount=99999999999999999999"], "figure_out_of_bounds", "from 0 to 10000000000."),
    ],
)
def test_changes_that_no_law_would_make_are_refused(
    folder: Path, changes: list[str], code: str, told: str
) -> None:
    options = [part for change in changes for part in ("--change", change)]
    refused(run(folder, *options), code, told)
