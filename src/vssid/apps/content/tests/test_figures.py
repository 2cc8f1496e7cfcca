"""Figures are computed from the law of the day and written as the reader's language writes them."""

from __future__ import annotations

from datetime import date

import pytest

from vssid.apps.content.writing.figures import NotAnExpression, computed, figures_of, filled
from vssid.domain.law import parameters
from vssid.domain.law.parameters import UnknownParameter

DAY = date(2026, 11, 22)
VALUES = {"a": 7, "b.c": 1_000_000}


def _value(name: str, on: date) -> int:
    return VALUES[name] if on == DAY else 5


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a", 7),
        ("a*3+1", 22),
        ("1 + a * 3", 22),
        ("(1+a)*3", 24),
        ("20 - 4 - 3", 13),
        ("a/2", 4),
        ("b.c*45/1000", 45_000),
        ("2*(a-(3-1))", 10),
        ("a@2026-06-30 + a", 12),
    ],
)
def test_arithmetic_is_whole_and_left_to_right(expression: str, expected: int) -> None:
    assert computed(expression, on=DAY, value=_value) == expected


@pytest.mark.parametrize(
    "expression",
    ["", "a+", "(a", "a)", "1.5", "a b", "a/0", "a**2", "a@2026-02-30", "__import__('os')", "-a"],
)
def test_anything_else_is_refused(expression: str) -> None:
    with pytest.raises(NotAnExpression):
        computed(expression, on=DAY, value=_value)


def test_the_law_of_the_day_decides() -> None:
    text = (
        "Cap {=reference_level*20}, before {=reference_level@2026-06-30*20}, {%=bhyt_premium.statutory_rate}."
    )
    assert filled(text, on=DAY, language="en", value=parameters.value) == (
        "Cap VND\N{NO-BREAK SPACE}50,600,000, before VND\N{NO-BREAK SPACE}46,800,000, 4.5%."
    )
    assert filled("{=base_salary}", on=date(2026, 6, 30), language="vi", value=parameters.value) == (
        "2.340.000\N{NO-BREAK SPACE}đ"
    )
    assert filled("{#=pension_min_years.compulsory}", on=DAY, language="ko", value=parameters.value) == "15"


def test_an_unknown_name_is_named() -> None:
    with pytest.raises(UnknownParameter, match="no_such_figure"):
        filled("{=no_such_figure}", on=DAY, language="en", value=parameters.value)


def test_a_figure_the_law_did_not_have_yet_is_left_open() -> None:
    text = "At most {=reference_level*20}."
    assert filled(text, on=date(2025, 6, 30), language="en", value=parameters.value) == "At most …."


def test_figures_are_listed_to_compare_languages() -> None:
    assert figures_of("{=a * 2} and {%=b.c}") == ("{%=b.c}", "{=a*2}")
    with pytest.raises(NotAnExpression):
        figures_of("{=a * 2 and so on")
