from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner

from vssid.domain.law.simulation.comparing import Comparison
from vssid.domain.values.months import Month
from vssid.project.commands.simulate import command
from vssid.project.simulation.groups import groupings

ON = date(2026, 7, 1)


def counted(batch: pl.DataFrame) -> dict[str, dict[str, int]]:
    """How many people are in each group."""
    told = Comparison()
    nothing = pl.zeros(batch.height, pl.Int64, eager=True).to_numpy()
    told.add(nothing, nothing, groupings(batch, ON))
    return {
        grouping: {name: effect.people for name, effect in effects.items()}
        for grouping, effects in told.groups.items()
    }


@pytest.mark.parametrize("kind", [pl.Int64, pl.Float64, pl.Int32])
def test_ages_that_nobody_knows_or_has_are_in_a_group_of_their_own(kind: pl.DataType) -> None:
    born = [Month.of(1940, 1), Month.of(2026, 7), Month.of(2026, 8), Month.of(2030, 1), 1990, None]
    batch = pl.DataFrame({"birth_month": pl.Series([one and int(one) for one in born], dtype=kind)})
    assert counted(batch)["age"] == {"80+": 1, "00–17": 1, "unknown": 4}


def test_ages_written_as_text_are_unknown() -> None:
    assert counted(pl.DataFrame({"birth_month": ["1990-05"]}))["age"] == {"unknown": 1}


@pytest.mark.parametrize(
    "sexes",
    [
        {"sex": ["female", "male", "F", None]},
        {"female": [True, False, None, None]},
        {"female": [1, 0, 2, None]},
        {"female": pl.Series([1, 0, 255, None], dtype=pl.UInt8)},
    ],
)
def test_a_sex_that_nobody_knows_is_in_a_group_of_its_own(sexes: dict[str, list[object]]) -> None:
    assert counted(pl.DataFrame(sexes))["sex"] == {"female": 1, "male": 1, "unknown": 2}


def test_sexes_of_other_kinds_are_unknown() -> None:
    assert counted(pl.DataFrame({"female": ["yes"]}))["sex"] == {"unknown": 1}
    assert counted(pl.DataFrame({"sex": [1]}))["sex"] == {"unknown": 1}


def test_a_province_that_nobody_wrote_is_unknown() -> None:
    batch = pl.DataFrame({"province_code": ["79", "", None]})
    assert counted(batch)["province"] == {"79": 1, "unknown": 2}


def test_the_unknown_are_told_and_drawn(tmp_path: Path) -> None:
    people, chart = tmp_path / "people.parquet", tmp_path / "chart.svg"
    pl.DataFrame({"age": [76, 76], "sex": ["female", None], "birth_month": [None, 40_000]}).write_parquet(
        people
    )
    arguments = ["social_pension", "--people", str(people), "--as-of", "2026-07-01"]
    places = ["--out", str(tmp_path / "out.parquet"), "--chart", str(chart)]
    done = CliRunner().invoke(command, [*arguments, *places])
    assert done.exit_code == 0, done.output
    lines = {line.split("  ")[0]: line.split()[-6:] for line in done.output.splitlines()}
    assert lines["sex unknown"][0] == "1"
    assert lines["age unknown"][0] == "2"
    assert "age unknown" in chart.read_text("utf-8")
