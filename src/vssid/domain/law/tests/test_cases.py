from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from vssid.domain.law.case_files import NotCases, Unreadable, cases, inputs
from vssid.domain.law.cases import Outcome, check, compute, same, verdicts
from vssid.domain.law.engine.exact import whole
from vssid.domain.law.engine.regimes import Given, Regime, cited
from vssid.domain.law.engine.vocabulary import WrongInput
from vssid.domain.values.months import Month
from vssid.domain.values.problem import Problem


@pytest.mark.parametrize(
    ("shape", "expected", "got", "alike"),
    [
        ("number|text", "0.0080", "0.008", True),
        ("number|text", "0.008", "0.0081", False),
        ("number|text", "1.00", "1", True),
        ("number|text", 1.0, "1", True),
        ("number|text", "80 %", "0.80", True),
        ("number|text", "80", "0.80", False),
        ("number", "43,5%", Fraction(435, 1000), True),
        ("number", "1,065", 1065, False),
        ("text", "010", "10", False),
        ("text", "01", "1", False),
        ("text", "1.10", "1.1", False),
        ("text", "1.3", "1.3", True),
        ("text", "80%", "0.80", False),
        ("int", "50.600.000", 50_600_000, True),
        ("int", "50,600,000", 50_600_000, True),
        ("int", "50,600,001", 50_600_000, False),
        ("int", "100%", 1, False),
        ("int", 2.5, 2, False),
        ("dong", "500.000", 500_000, True),
        ("dong", "500.000 đ", 500_000, True),
        ("date", "31/12/2026", date(2026, 12, 31), True),
        ("date", "12/31/2026", date(2026, 12, 31), False),
        ("month", "7/2026", Month.of(2026, 7), True),
        ("month", "2026-07-15", Month.of(2026, 7), False),
        ("bool", "true", True, True),
        ("bool", "không", True, False),
        ("bool", 1, True, False),
        ("bool|int", "no", False, True),
        ({"type": "list", "items": "dong"}, ["1.366.200", "956,340"], [1_366_200, 956_340], True),
        ({"type": "map", "keys": {"bhtn": "dong"}}, {"bhtn": "1.000.000"}, {"bhtn": 1_000_000}, True),
        (None, "1", 1, True),
    ],
)
def test_values_are_compared_by_their_shape(shape: Any, expected: Any, got: Any, alike: bool) -> None:
    assert same(shape, expected, got) is alike


def test_what_lacks_an_input_is_refused_by_its_name_and_the_rest_is_judged() -> None:
    case = {"id": "A", "regime": "contribution_month", "inputs": {"month": "2026-07", "wage": 150_000_000}}
    assert check({**case, "expected": {"base_bhxh_bhyt": 50_600_000}}).outcome is Outcome.PASS
    for asked in ({"base_bhtn": 0}, {"employee": {"bhyt": 759_000, "bhtn": 0}}):
        found = check({**case, "expected": asked})
        assert (found.outcome, found.why) == (
            Outcome.UNSUPPORTED,
            "contribution_month needs region for this question. Add it.",
        )


def test_what_leaves_64_bits_is_refused() -> None:
    with pytest.raises(WrongInput, match="voluntary_missing_years"):
        compute("voluntary_missing_years", {"income": 1, "months": 120, "r_monthly": 0.9}, act="2014")


@pytest.mark.parametrize(
    ("regime", "inputs", "field"),
    [
        ("sickness", {"leave": []}, "leave"),
        ("sickness", {"accident": "2026-09-05", "leave_until": "2026-09-01"}, "leave_until"),
        ("sick_child", {"mother": [["2026-01-05", "2026-01-06"], []]}, "mother[2]"),
        ("sickness", {"absences_in_days": [0.5], "wage": 4_800_000}, "absences_in_days"),
        ("occupational", {"years": 3, "wage": 4_800_000}, "impairment"),
        ("survivors", {"periods": ["2016-04", "2003-01"]}, "periods"),
        ("pension_start", {"birth": "0900", "age_years": 60}, "birth"),
        (
            "pension_rate",
            {"sex": "male", "contribution_months": 240, "retirement_year": 1},
            "retirement_year",
        ),
        ("average_state_scale", {"window": [{"months": 60}]}, "window[1].coefficient"),
        ("average_state_scale", {"window": [], "base_salary": 1_150_000}, "window"),
        ("average_state_scale", {"window": [{"months": 0, "coefficient": 2.34}]}, "window"),
        ("pension_start", {"birth": "1960-05-01", "age_years": 5_000_000}, "age_years"),
        (
            "monthly_allowance_art23",
            {"contribution_months": 120, "months_until_social_pension": 0},
            "months_until_social_pension",
        ),
        (
            "monthly_allowance_art23",
            {"contribution_months": 120, "average": 1, "social_pension": 0},
            "social_pension",
        ),
        ("voluntary_refund", {"income": 1, "years": 9, "remaining_months": 1, "r_monthly": 0.0031}, "years"),
        ("lump_sum_subsidy", {"months": [], "rural_poverty_line": {2022: "x"}}, "rural_poverty_line.2022"),
    ],
)
def test_a_refusal_names_the_key(regime: str, inputs: dict[str, Any], field: str) -> None:
    with pytest.raises(Problem) as refused:
        compute(regime, inputs, act="2014")
    assert refused.value.field == field


RIGHT = b"{id: RIGHT, regime: social_pension, law: 41/2024, inputs: {age: 76}, expected: {amount: 500000}}"


@pytest.mark.parametrize(
    ("case", "id_", "why"),
    [
        (b"{id: A, id: A, regime: social_pension}", "A", "a key stands twice in the map at line 1"),
        (b"{id: A, inputs: {age: 1, age: 2}}", "A", "a key stands twice"),
        (b"{id: A, inputs: {born: 2026-02-30}}", "A", "day is out of range"),
        (b"{id: A, inputs: {? [1] : 2}}", "A", "unhashable"),
        (b"{id: [1], inputs: {age: 1, age: 2}}", "examples[1]", "a key stands twice"),
        (b"[1]", "examples[1]", "line 1: a case is a map"),
        (b"7", "examples[1]", "line 1: a case is a map"),
        (b"{regime: weather}", "examples[1]", "no regime called weather"),
        (b"{id: A, regime: social_pension, expected: [5]}", "A", "expected is [5]. Write a map"),
        (b"{id: A, regime: social_pension, inputs: [5]}", "A", "inputs is [5]. Write a map"),
        (
            b"{id: A, regime: social_pension, as_of: soon, inputs: {age: 76}}",
            "A",
            "as_of is 'soon'. Write a day",
        ),
        (b"{id: A, regime: [x]}", "A", "no regime called ['x']"),
    ],
)
def test_a_broken_case_is_unsupported_and_the_others_go_on(case: bytes, id_: str, why: str) -> None:
    found, other = verdicts(b"[" + case + b", " + RIGHT + b"]")
    assert (found.id, found.outcome, other.outcome) == (id_, Outcome.UNSUPPORTED, Outcome.PASS)
    assert why in found.why


def test_what_nobody_foresaw_takes_one_case_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def falls(given: Given) -> dict[str, Any]:
        raise RuntimeError("fell")

    monkeypatch.setattr(
        "vssid.domain.law.cases.all_regimes", lambda: {"social_pension": Regime("social_pension", falls)}
    )
    (found,) = verdicts(b"[" + RIGHT + b"]")
    assert (found.outcome, found.why) == (
        Outcome.UNSUPPORTED,
        "This case could not be computed (RuntimeError: fell). Report it together with the case.",
    )
    assert found.code == "case_not_computed"
    assert found.expected == {"amount": 500_000}


def test_nothing_divided_by_nought_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    divides = Regime("social_pension", lambda given: {"amount": whole(1) // whole(0)})
    monkeypatch.setattr("vssid.domain.law.cases.all_regimes", lambda: {"social_pension": divides})
    with pytest.raises(WrongInput, match="by which nothing can be divided"):
        compute("social_pension", {})


@pytest.mark.parametrize(
    ("content", "refusal", "told"),
    [
        (b"examples: [", Unreadable, "at line 2"),
        (b"examples:\n- caf\xe9", Unreadable, "line 2 has a character that is not UTF-8"),
        (b"", NotCases, "examples"),
        (b"{a: 1}", NotCases, "examples"),
        (b"{examples: 3}", NotCases, "examples"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_whole(
    content: bytes, refusal: type[Problem], told: str
) -> None:
    with pytest.raises(refusal, match=told):
        cases(content)


def test_a_file_of_inputs_that_cannot_be_read() -> None:
    for content in (b"{age: [", b"{age: 76, age: 77}", b"\xff"):
        with pytest.raises(Unreadable):
            inputs(content)
    with pytest.raises(WrongInput, match="inputs is 'hello'"):
        compute("social_pension", inputs(b"hello"), act="2024")


def test_a_case_without_act_or_day_is_judged_by_the_law_of_today_and_says_so() -> None:
    case = {
        "id": "A",
        "regime": "sickness",
        "inputs": {"wage": 9_600_000, "days": 7},
        "expected": {"amount": 2_100_000},
    }
    today = date(2026, 11, 30)
    found = check(case, today=today)
    assert (found.outcome, found.notes) == (Outcome.PASS, {"law_of": today})
    assert check({**case, "law": "2024"}, today=today).notes == {}
    assert check({**case, "law": "1066"}, today=today).outcome is Outcome.UNSUPPORTED
    assert check(case).outcome is Outcome.UNSUPPORTED


def test_a_case_that_lacks_another_input_is_not_helped_by_today() -> None:
    case = {"id": "A", "regime": "social_pension", "expected": {"amount": 0}}
    assert check(case, today=date(2026, 11, 30)).why.startswith("social_pension needs age")


@pytest.mark.parametrize(
    ("written", "act"),
    [
        ("41/2024", "2024"),
        ("58/2014/QH13", "2014"),
        ("Law 74/2025/QH15", "74/2025"),
        (2024, "2024"),
        ("L24", "2024"),
        (None, ""),
        ("2019LC", "2019LC"),
    ],
)
def test_an_act_is_known_however_it_is_cited(written: object, act: str) -> None:
    assert cited(written) == act


@pytest.mark.parametrize("code", ["01", "1", "'01'"])
def test_a_code_of_a_province_has_two_digits_however_it_is_written(code: str) -> None:
    text = f"[{{id: A, regime: province_code, inputs: {{old_code: {code}}}, expected: {{new_code: '01'}}}}]"
    (found,) = verdicts(text.encode())
    assert found.outcome is Outcome.PASS


def test_nothing_is_paid_for_no_missing_month() -> None:
    asked = {"income": 1_500_000, "months": 0, "r_monthly": 0.0031}
    assert compute("voluntary_missing_years", asked, act="2014") == {"amount": 0}


WINDOW = {"start": "1996-01", "end": "2015-12", "scale": "state"}
PROSE = {
    "id": "A",
    "regime": "average_mixed",
    "law": "2014",
    "inputs": {"first_joined": "1996-01", "periods": [WINDOW]},
    "expected": {"total_state_wages": "the window, times its months"},
}


def test_prose_alone_is_told_and_not_judged() -> None:
    found = check(PROSE)
    assert (found.outcome, found.code) == (Outcome.UNSUPPORTED, "nothing_to_judge")
    assert found.notes == PROSE["expected"]
    assert found.got["window_months"] == 72
    beside = check({**PROSE, "expected": {**PROSE["expected"], "window_months": 72}})
    assert (beside.outcome, beside.got) == (Outcome.PASS, {"window_months": 72})


def test_a_case_that_expects_nothing_is_not_judged() -> None:
    case = {"id": "A", "regime": "social_pension", "law": "2024", "inputs": {"age": 76}, "expected": {}}
    found = check(case)
    assert (found.outcome, found.code) == (Outcome.UNSUPPORTED, "nothing_to_judge")
    assert found.got == {"amount": 500_000}


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"inputs": {"agee": 76}}, "unknown_input", "agee"),
        ({"inputs": {"age": "old"}}, "wrong_input", "age"),
        ({"expected": {"months": 3}}, "no_answer", "months"),
        ({"regime": "weather"}, "unknown_regime", None),
    ],
)
def test_what_cannot_be_judged_says_which_problem_and_which_key(
    changed: dict[str, Any], code: str, field: str | None
) -> None:
    case = {
        "id": "A",
        "regime": "social_pension",
        "law": "2024",
        "inputs": {"age": 76},
        "expected": {"amount": 0},
    }
    found = check({**case, **changed})
    assert (found.outcome, found.code, found.field) == (Outcome.UNSUPPORTED, code, field)


def test_a_case_that_cannot_be_read_says_so() -> None:
    (found,) = verdicts(b"[{id: A, id: A, regime: social_pension}]")
    assert found.code == "unreadable_case"
