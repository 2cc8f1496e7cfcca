from __future__ import annotations

from pathlib import Path

import polars as pl
from click.testing import CliRunner

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


def test_a_folder_without_a_population_is_refused(tmp_path: Path) -> None:
    done = CliRunner().invoke(
        command, [str(tmp_path), "--as-of", "2026-08-01", "--out", str(tmp_path / "x.parquet")]
    )
    assert done.exit_code == 1
    assert "people-*.parquet" in done.output
