"""What a worked case says, and which law it is judged by."""

from __future__ import annotations

from datetime import date

import pytest

from vssid.domain.law.engine import regimes as machinery
from vssid.domain.law.engine.regimes import Given, regime, regimes
from vssid.domain.law.engine.vocabulary import MissingInput
from vssid.domain.law.parameters import parameter


def given(act: str = "", as_of: date | None = None, **inputs: int) -> Given:
    return Given("test", inputs, find=parameter, act=act, as_of=as_of)


def test_inputs_are_a_mapping_in_the_order_of_the_case() -> None:
    said = given(wage=5, months=12)
    assert list(said) == ["wage", "months"]
    assert len(said) == 2
    assert dict(said) == {"wage": 5, "months": 12}
    assert "age" not in said
    assert said.get("age") is None
    with pytest.raises(MissingInput) as refused:
        said["age"]
    assert refused.value.field == "age"


@pytest.mark.parametrize(
    ("act", "as_of", "new"),
    [
        ("2014", date(2026, 1, 1), False),
        ("2024", date(2020, 1, 1), True),
        ("", date(2025, 6, 30), False),
        ("", date(2025, 7, 1), True),
        ("74/2025", None, True),
        ("OSH2015", None, False),
    ],
)
def test_the_act_says_which_law_and_else_the_day(act: str, as_of: date | None, new: bool) -> None:
    assert given(act, as_of).new_act is new


@pytest.mark.parametrize(
    ("act", "day"),
    [
        ("2014", date(2025, 6, 30)),
        ("2024", date(2025, 7, 1)),
        ("38/2013", date(2025, 12, 31)),
        ("74/2025", date(2026, 1, 1)),
    ],
)
def test_an_act_alone_is_asked_on_a_day_it_was_in_force(act: str, day: date) -> None:
    assert given(act).law().on == day
    assert given(act, date(2025, 10, 1)).law().on == date(2025, 10, 1)
    assert given(act, date(2025, 10, 1)).law(date(2025, 11, 1)).on == date(2025, 11, 1)


def test_without_act_and_day_there_is_no_law() -> None:
    with pytest.raises(MissingInput) as refused:
        given().law()
    assert refused.value.field == "as_of"
    with pytest.raises(MissingInput, match="paid, or else a day") as refused:
        given().law(key="paid")
    assert refused.value.field == "paid"


def test_a_regime_has_one_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machinery, "_ALL", {})

    @regime("test")
    def answer(said: Given) -> dict[str, int]:
        return dict(said)

    assert regimes()["test"].answer(given(wage=5)) == {"wage": 5}
    with pytest.raises(ValueError, match="two answers for test"):
        regime("test")(answer)
