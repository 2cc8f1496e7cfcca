"""A rate that differs from the law is told, and posted as delivered."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from vssid.apps.intake.tests.sample import GOOD, deliver, deliver_before, with_changes

pytestmark = pytest.mark.django_db


def test_an_unusual_rate_is_told_and_posted(tmp_path: Path) -> None:
    deliver_before(tmp_path, "spells")
    odd = with_changes(GOOD["spells"][0], rate_employer="0.175")
    report = deliver(tmp_path, "spells", [odd, *GOOD["spells"][1:]])
    assert (report.new, report.rejected, report.warned) == (len(GOOD["spells"]), 0, 2)
    assert report.warnings_file is not None
    told = pl.read_csv(report.warnings_file, infer_schema=False)
    assert told["code"].unique().to_list() == ["unusual_rate"]
    assert told.filter(pl.col("line") == "2").select("column", "value").rows() == [("rate_employer", "0.175")]


@pytest.mark.parametrize(
    ("fund", "month", "employee", "employer", "usual"),
    [
        ("bhxh", "2009-12", "0.05", "0.14", True),
        ("bhxh", "2010-01", "0.05", "0.14", False),
        ("bhxh", "2014-01", "0.08", "0.17", True),
        ("bhxh", "2026-09", "0.08", "0.17", True),
        ("tnld", "2017-05", "0", "0.01", True),
        ("tnld", "2021-08", "0", "0", True),
        ("tnld", "2022-07", "0", "0", False),
        ("bhtn", "2008-12", "0.3", "0.3", True),
        ("bhtn", "2022-01", "0.01", "0", True),
        ("bhyt", "2010-01", "0.015", "0.03", True),
        ("bhyt", "2010-01", "", "", True),
    ],
)
def test_by_fund_and_month(
    fund: str, month: str, employee: str, employer: str, usual: bool, tmp_path: Path
) -> None:
    deliver_before(tmp_path, "spells")
    row = with_changes(
        GOOD["spells"][0],
        fund=fund,
        from_month=month,
        to_month="2026-09",
        rate_employee=employee,
        rate_employer=employer,
    )
    report = deliver(tmp_path, "spells", [row])
    assert (report.new, report.warned) == (1, 0 if usual else 1)


@pytest.mark.parametrize("status", ["credited", "exempt"])
def test_months_nobody_pays_have_no_usual_rate(status: str, tmp_path: Path) -> None:
    deliver_before(tmp_path, "spells")
    row = with_changes(GOOD["spells"][0], status=status, rate_employee="0", rate_employer="0")
    assert deliver(tmp_path, "spells", [row]).warned == 0
