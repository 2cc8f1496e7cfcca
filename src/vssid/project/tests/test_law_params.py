"""``vssid law params``."""

from __future__ import annotations

from click.testing import CliRunner

from vssid.project.commands.law import command


def _output(*arguments: str) -> str:
    result = CliRunner().invoke(command, ["params", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_a_name_shows_every_value_with_its_source_and_confidence() -> None:
    lines = _output("base_salary").splitlines()
    assert lines[0].startswith("base_salary  Base salary")
    assert "from 2024-07-01 to 2026-06-30  VND 2,340,000  [B] Decree 73/2024/NĐ-CP" in lines[-2]
    assert "from 2026-07-01  VND 2,530,000  [A] Decree 161/2026/NĐ-CP" in lines[-1]


def test_a_day_shows_what_was_in_force_on_it() -> None:
    lines = _output("survivors.funeral", "--as-of", "2024-07-01").splitlines()
    assert lines[0].startswith("survivors.funeral  Funeral grant")
    assert "VND 23,400,000 = 10 × base_salary" in lines[1]
    assert not lines[2].startswith("  ")


def test_a_beginning_shows_the_family() -> None:
    assert _output("regional_minimum_wage").count("Minimum wage of region") == 4
    assert _output("base") == _output("base_salary")


def test_what_is_not_in_force_is_said() -> None:
    assert "no rule on record" in _output("employer_rate_overrides", "--as-of", "2026-01-01")


def test_an_unknown_name_is_refused() -> None:
    result = CliRunner().invoke(command, ["params", "base_wage"])
    assert result.exit_code == 1
    assert "base_wage" in result.output


def test_a_line_of_a_table_has_its_unit() -> None:
    assert "1: 100%, 2: 100%, 3: 95%, 4: 80%, 5: 100%" in _output("health_care.level")
    assert "30 days  [A]" in _output("sickness.max_working_days.under_15_years")
