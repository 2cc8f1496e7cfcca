from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from vssid.kit import clock
from vssid.project.commands.law import command

CASE = """
examples:
  - {id: RIGHT, regime: social_pension, law: '2024', inputs: {age: 76}, expected: {amount: 500000}}
  - {id: WRONG, regime: social_pension, law: '2024', inputs: {age: 74}, expected: {amount: 500000}}
  - {id: NOBODY, regime: weather, inputs: {}, expected: {sun: true}}
  - {id: KEY, regime: social_pension, law: '2024', inputs: {agee: 76}, expected: {amount: 500000}}
  - {id: EMPTY, regime: social_pension, law: '2024', inputs: {age: 76}, expected: {}}
  - {id: NOT-GIVEN, regime: social_pension, law: '2024', inputs: {age: 76}, expected: {months: 3}}
"""


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(command, arguments, input=given)


def test_one_line_a_case_and_a_wrong_one_stops(tmp_path: Path) -> None:
    file = tmp_path / "cases.yaml"
    file.write_text(CASE, "utf-8")
    done = run("check", str(file))
    assert done.exit_code == 1
    lines = done.output.splitlines()
    assert [line.split()[:2] for line in lines[:-1]] == [
        ["PASS", "RIGHT"],
        ["FAIL", "WRONG"],
        ["UNSUPPORTED", "NOBODY"],
        ["UNSUPPORTED", "KEY"],
        ["UNSUPPORTED", "EMPTY"],
        ["UNSUPPORTED", "NOT-GIVEN"],
    ]
    assert 'expected {"amount": 500000}  got {"amount": 0}' in lines[1]
    assert lines[-1] == "6 cases: 1 PASS, 1 FAIL, 4 UNSUPPORTED"


def test_as_json_and_all_right(tmp_path: Path) -> None:
    file = tmp_path / "cases.yaml"
    file.write_text("\n".join(CASE.splitlines()[:3]), "utf-8")
    done = run("check", str(file), "--json")
    assert done.exit_code == 0
    assert json.loads(done.output)["outcome"] == "PASS"


def test_a_file_without_cases_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "cases.yaml"
    file.write_text("a: 1", "utf-8")
    done = run("check", str(file))
    assert done.exit_code == 1
    assert "examples" in done.output


def test_a_computation_shows_its_steps() -> None:
    done = run("compute", "social_pension", "--as-of", "2026-07-01", "--inputs", "-", given="{age: 76}")
    assert done.exit_code == 0
    cited = "Law 41/2024/QH15 art. 21 and 22; Decree 176/2025/NĐ-CP"
    assert f"social_pension.amount = VND 500,000  ({cited})" in done.output
    assert done.output.splitlines()[-1] == "amount: 500000"


def test_a_computation_as_json() -> None:
    arguments = ("compute", "social_pension", "--as-of", "2026-07-01", "--inputs", "-", "--json")
    answer = json.loads(run(*arguments, given='{"age": 76}').output)
    assert answer["result"] == {"amount": 500_000}
    assert answer["steps"][0]["article"] == "Law 41/2024/QH15 art. 21"
    assert {figure["name"] for figure in answer["steps"][0]["figures"]} >= {"social_pension.amount"}


@pytest.mark.parametrize(
    ("regime", "given", "told"),
    [
        ("weather", "{}", "no regime called weather"),
        ("social_pension", "{age: old}", "age is 'old'"),
        ("social_pension", "{}", "needs age"),
    ],
)
def test_what_is_wrong_is_named(regime: str, given: str, told: str) -> None:
    done = run("compute", regime, "--as-of", "2026-07-01", "--inputs", "-", given=given)
    assert done.exit_code == 1
    assert told in done.output


def test_words_are_those_of_the_language() -> None:
    arguments = ("compute", "social_pension", "--as-of", "2026-07-01", "--inputs", "-", "--lang", "vi")
    assert "Trợ cấp hưu trí xã hội" in run(*arguments, given="{age: 76}").output


def test_a_code_is_shown_by_its_word() -> None:
    given = "{law: 74/2025, months_contributed: 60, benefit_months_received: 2, reason: new job reported}"
    done = run("compute", "unemployment_reservation", "--as-of", "2026-07-01", "--inputs", "-", given=given)
    assert "    Why the benefit ended: A new job" in done.output.splitlines()


def test_rules_are_listed_with_what_goes_in_and_out() -> None:
    lines = run("rules", "social_pension").output.splitlines()
    assert lines[0].startswith("social_pension.amount  ")
    assert lines[0].endswith("age, poor, other_pension, requested → social_pension")
    assert lines[1] == "  from 2025-07-01  Law 41/2024/QH15 art. 21"


def test_a_rule_that_has_ended_shows_its_last_day() -> None:
    lines = run("rules", "sickness.long_leave").output.splitlines()
    assert lines[1] == "  from 2016-01-01 to 2025-06-30  Circular 59/2015/TT-BLDTBXH art. 6(2)"


def test_a_rule_nobody_knows_is_refused() -> None:
    done = run("rules", "nosuch")
    assert done.exit_code == 1
    assert "No rule of the law is named nosuch" in done.stderr


def test_the_beginning_of_a_name_shows_all_that_begins_so() -> None:
    codes = [line.split()[0] for line in run("rules", "sick").output.splitlines() if line[0] != " "]
    assert codes
    assert all(code.startswith("sickness.") for code in codes)


def test_months_are_written_as_months(tmp_path: Path) -> None:
    arguments = ("compute", "retirement_age", "--as-of", "2026-07-01", "--inputs", "-")
    given = '{"sex": "male", "birth_month": "1965-06"}'
    answer = json.loads(run(*arguments, "--json", given=given).output)
    assert answer["result"] == {"age": [61, 6], "pension_from": "2027-01"}
    assert run(*arguments, given=given).output.splitlines()[-1] == 'pension_from: "2027-01"'
    file = tmp_path / "cases.yaml"
    case = {"id": "A", "regime": "retirement_age", "law": "2019LC", "inputs": json.loads(given)}
    file.write_text(json.dumps({"examples": [{**case, "expected": {"pension_from": "2027-01"}}]}), "utf-8")
    assert 'got {"pension_from": "2027-01"}' in run("check", str(file)).output
    assert json.loads(run("check", str(file), "--json").output)["got"] == {"pension_from": "2027-01"}


def test_a_file_that_cannot_be_read_leaves_the_others_their_verdicts(tmp_path: Path) -> None:
    good = tmp_path / "good.yaml"
    good.write_text("\n".join(CASE.splitlines()[:3]), "utf-8")
    broken, latin, missing = tmp_path / "broken.yaml", tmp_path / "latin.yaml", tmp_path / "missing.yaml"
    broken.write_text("examples: [", "utf-8")
    latin.write_bytes(b"examples: caf\xe9")
    done = run("check", *map(str, (broken, latin, missing, tmp_path, good)))
    assert done.exit_code == 1
    assert done.stdout.splitlines()[0].startswith("PASS RIGHT")
    assert [line.split(": ")[:2] for line in done.stderr.splitlines()] == [
        ["Error", str(file)] for file in (broken, latin, missing, tmp_path)
    ]


def test_inputs_that_are_no_yaml_are_refused_cleanly() -> None:
    for given in ("{age: [", "hello"):
        done = run("compute", "social_pension", "--as-of", "2026-07-01", "--inputs", "-", given=given)
        assert (done.exit_code, done.stderr.count("\n")) == (1, 1)


def test_steps_speak_the_language_and_name_only_the_figures_used() -> None:
    given = "{sex: female, contribution_months: 267, early_months: 53}"
    arguments = ("compute", "pension_rate", "--as-of", "2026-07-01", "--inputs", "-", "--lang", "vi")
    lines = [line.strip() for line in run(*arguments, given=given).output.splitlines()]
    assert {"Giới tính: nữ", "Số tháng đã đóng: 22 năm 3 tháng"} <= set(lines)
    assert any(line.endswith("22 năm 6 tháng") for line in lines)
    figures = [line.split(" = ")[0] for line in lines if line.startswith("pension.")]
    assert "pension.step.female" in figures
    assert not [name for name in figures if name.endswith(".male")]


def test_an_average_of_six_months_is_shown_as_such() -> None:
    given = "{average_wage_6m: 5000000, months_contributed: 12, region: I, last_contribution_month: 2026-01}"
    done = run("compute", "unemployment_benefit", "--as-of", "2026-03-01", "--inputs", "-", given=given)
    assert "Months averaged: 6 months" in [line.strip() for line in done.output.splitlines()]


PROSE = """
examples:
  - id: PROSE
    regime: average_mixed
    law: '2014'
    inputs: {first_joined: 1996-01, periods: [{start: 1996-01, end: 2015-12, scale: state}]}
    expected: {total_state_wages: the wages of the window}
"""


def test_a_case_with_prose_alone_is_printed_and_not_judged(tmp_path: Path) -> None:
    file = tmp_path / "cases.yaml"
    file.write_text(PROSE, "utf-8")
    done = run("check", str(file))
    assert done.exit_code == 1
    line, counts = done.stdout.splitlines()
    assert line.startswith("UNSUPPORTED PROSE  There is nothing to judge")
    assert '"window_months": 72' in line
    assert line.endswith('not judged {"total_state_wages": "the wages of the window"}')
    assert counts == "1 cases: 0 PASS, 0 FAIL, 1 UNSUPPORTED"


def test_what_was_assumed_is_said_in_both_forms(tmp_path: Path) -> None:
    file = tmp_path / "cases.yaml"
    case = "{id: A, regime: sickness, inputs: {wage: 9600000, days: 7}, expected: {amount: 2100000}}"
    file.write_text(f"[{case}]", "utf-8")
    with clock.pinned(datetime(2026, 11, 30, 12, tzinfo=UTC)):
        line, _counts = run("check", str(file)).output.splitlines()
        told = json.loads(run("check", str(file), "--json").output)
    assert line.endswith('got {"amount": 2100000}  by the law of 2026-11-30')
    assert told["notes"] == {"law_of": "2026-11-30"}
    assert (told["why"], told["code"], told["field"]) == ("", "", None)


def test_json_names_the_problem_and_the_key(tmp_path: Path) -> None:
    file = tmp_path / "cases.yaml"
    file.write_text(CASE, "utf-8")
    told = [json.loads(line) for line in run("check", str(file), "--json").output.splitlines()]
    assert [(one["id"], one["code"], one["field"]) for one in told if one["code"]] == [
        ("NOBODY", "unknown_regime", None),
        ("KEY", "unknown_input", "agee"),
        ("EMPTY", "nothing_to_judge", None),
        ("NOT-GIVEN", "no_answer", "months"),
    ]


@pytest.mark.parametrize("language", ["zh", "zh-CN", "zh_Hans", "ZH-SG"])
def test_chinese_is_simplified_chinese_however_it_is_called(language: str) -> None:
    arguments = ("compute", "social_pension", "--as-of", "2026-07-01", "--inputs", "-", "--lang")
    said = run(*arguments, language, given="{age: 76}").output
    assert said == run(*arguments, "zh-hans", given="{age: 76}").output
    assert "社会退休金" in said or "社会养老" in said


@pytest.mark.parametrize("language", ["fr", "zh-TW", ""])
def test_a_language_nobody_speaks_here_is_refused(language: str) -> None:
    arguments = ("compute", "social_pension", "--as-of", "2026-07-01", "--inputs", "-", "--lang", language)
    done = run(*arguments, given="{age: 76}")
    assert done.exit_code == 2
    assert "zh-hans" in done.stderr
