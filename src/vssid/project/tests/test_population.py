from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from vssid.domain.values.months import Month
from vssid.project.commands.population import command

PEOPLE = pl.DataFrame(
    {
        "insurance_number": ["2", "1", "3"],
        "birth_date": ["1970-05-02", "1969", None],
        "sex": ["female", "male", "male"],
        "province_code": ["01", "79", "79"],
    }
)
SPELLS = pl.DataFrame(
    {
        "insurance_number": ["1", "1", "2", "2", "3"],
        "fund": ["bhxh", "bhxh", "bhxh", "bhyt", "bhxh"],
        "from_month": ["2026-01", "2026-07", "2008-01", "2008-01", "2026-01"],
        "to_month": ["2026-06", "2026-08", "2008-12", "2008-12", "2026-01"],
        "scale": ["employer", "employer", "state", None, "employer"],
        "salary": [8_000_000, 9_000_000, 1_263_600, 1_263_600, 1],
        "coefficient": [None, None, "2.34", None, None],
        "group_letter": ["a", "a", "b", None, "a"],
        "status": ["paid", "owed", "credited", "paid", "paid"],
    }
)


def test_a_population_becomes_a_table_of_months_and_averages(tmp_path: Path) -> None:
    PEOPLE.write_parquet(tmp_path / "people-0001.parquet")
    SPELLS.write_parquet(tmp_path / "spells-0001.parquet")
    out = tmp_path / "prepared.parquet"
    done = CliRunner().invoke(command, [str(tmp_path), "--as-of", "2026-08-01", "--out", str(out)])
    assert done.exit_code == 0, done.output
    one, two = pl.read_parquet(out).to_dicts()
    assert (one["insurance_number"], one["months"], one["female"]) == ("1", 6, False)
    assert one["average_total"] / one["average_months"] == 100 * 8_000_000
    assert one["birth_month"] == Month.of(1969, 1)
    assert (two["months"], two["months_compulsory"], two["floored"]) == (12, 12, True)
    assert two["average_total"] / two["average_months"] == 234 * 2_530_000


def run(folder: Path, spells: pl.DataFrame, day: str = "2026-08-01", out: str = "prepared") -> Result:
    PEOPLE.write_parquet(folder / "people-0001.parquet")
    spells.write_parquet(folder / "spells-0001.parquet")
    return CliRunner().invoke(command, [str(folder), "--as-of", day, "--out", str(folder / out)])


def floored(folder: Path, spells: pl.DataFrame, day: str = "2026-08-01") -> list[bool]:
    done = run(folder, spells, day)
    assert done.exit_code == 0, done.output
    return pl.read_parquet(folder / "prepared")["floored"].to_list()


def employed(letters: list[str | None], years: list[int], scale: str = "employer") -> pl.DataFrame:
    """Spells of person 2, one a letter, each of the first half of its year."""
    return pl.DataFrame(
        {
            "insurance_number": "2",
            "fund": "bhxh",
            "from_month": [f"{year}-01" for year in years],
            "to_month": [f"{year}-06" for year in years],
            "scale": scale,
            "salary": 8_000_000,
            "coefficient": None,
            "group_letter": letters,
            "status": "paid",
        },
        schema_overrides={"coefficient": pl.String, "group_letter": pl.String},
    )


@pytest.mark.parametrize(
    ("letters", "years", "has"),
    [
        (["a", "e"], [2010, 2020], False),
        (["e", "a"], [2020, 2010], False),
        (["a", "e"], [2020, 2010], True),
        (["e", None], [2010, 2020], False),
        (["e", " "], [2010, 2020], False),
        ([""], [2010], True),
        ([None], [2010], True),
        (["đ"], [2010], True),
        (["Đ"], [2010], True),
        (["dd"], [2010], True),
        (["h"], [2010], False),
    ],
)
def test_the_letter_of_the_latest_month_says_whether_there_is_a_floor(
    tmp_path: Path, letters: list[str | None], years: list[int], has: bool
) -> None:
    assert floored(tmp_path, employed(letters, years)) == [has]


def test_before_the_new_law_all_letters_but_one_had_a_floor(tmp_path: Path) -> None:
    assert floored(tmp_path, employed(["h"], [2010]), "2025-06-01") == [True]
    assert floored(tmp_path, employed(["i"], [2010]), "2025-06-01") == [False]


def test_voluntary_months_change_no_letter(tmp_path: Path) -> None:
    later = employed(["a"], [2024], scale="voluntary")
    assert floored(tmp_path, pl.concat([employed(["e"], [2010]), later])) == [False]


def test_the_population_is_not_written_over(tmp_path: Path) -> None:
    done = run(tmp_path, SPELLS, out="spells-0001.parquet")
    assert done.exit_code == 1
    assert "--out would overwrite spells-0001.parquet" in done.output
    assert pl.read_parquet(tmp_path / "spells-0001.parquet").equals(SPELLS)


def test_a_run_that_fails_leaves_the_earlier_table(tmp_path: Path) -> None:
    (tmp_path / "prepared").write_bytes(b"an earlier good one")
    done = run(tmp_path, SPELLS.drop("group_letter"))
    assert done.exit_code == 1
    assert "cannot be read as Parquet" in done.output
    assert "group_letter" in done.output
    assert (tmp_path / "prepared").read_bytes() == b"an earlier good one"
    assert not list(tmp_path.glob(".*"))


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    done = run(tmp_path, SPELLS, out="missing/prepared")
    assert done.exit_code == 1
    assert "--out: there is no folder" in done.output


def test_a_folder_without_a_population_is_refused(tmp_path: Path) -> None:
    done = CliRunner().invoke(
        command, [str(tmp_path), "--as-of", "2026-08-01", "--out", str(tmp_path / "x.parquet")]
    )
    assert done.exit_code == 1
    assert "people-*.parquet" in done.output
