"""What may be asked of a population, at its ends."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import numpy as np
import pytest

from vssid.domain.law.catalogue import all_rules, quantities
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.parameters import parameter, parameters
from vssid.domain.law.simulation.bounds import of_figure, of_input
from vssid.domain.law.simulation.question import Column, Question, answered, question

ON = date(2026, 7, 1)
_TIMES = {Unit.MONTH: 2026 * 12, Unit.DATE: ON.toordinal(), Unit.CALENDAR_YEAR: 2026}
"""Of these no end is a day on which every table has a line."""
_OTHERWISE = {"monthly_yield", "person", "days_off", "report_missed"}
"""Rules that read these reckon in fractions, or not one line a person."""


def test_every_input_and_every_unit_has_bounds() -> None:
    for name in {name for rule in all_rules().values() for name in rule.inputs}:
        assert of_input(name).lowest < of_input(name).highest, name
    assert all(of_figure(unit).hold(1) for unit in set(Unit) - set(_TIMES))


def test_the_figures_of_the_law_are_within_their_bounds() -> None:
    for figure in parameters().values():
        for entry in figure.entries:
            values = entry.table.values.values() if entry.table else [entry.value]
            assert all(map(of_figure(figure.unit).hold, values)), figure.name


def test_a_code_is_one_of_those_that_have_words() -> None:
    assert of_input("route").hold(101)
    assert not of_input("route").hold(250)


@pytest.mark.parametrize(
    "code", [code for code, rule in all_rules().items() if not _OTHERWISE & set(rule.inputs)]
)
def test_nothing_leaves_64_bits_at_the_highest(code: str) -> None:
    """Whatever wraps is far from what numbers with a point give, be it positive or negative."""
    asked = question(code)
    law = Law(min(ON, asked.rule.versions[-1].until or ON), parameter)
    found = answered(asked, law, _highest(asked, np.int64))
    floating = found
    with suppress(TypeError, IndexError):  # rules that look up by a number, or take the divisor of two
        floating = answered(asked, law, _highest(asked, np.float64))
    for name, value in found.items():
        assert (value >= 0).all(), name
        assert np.allclose(value.astype(np.float64), floating[name].astype(np.float64), rtol=1e-6, atol=3)


def _highest(asked: Question, kind: type) -> dict[str, Column]:
    columns: dict[str, Column] = {}
    for name in asked.rule.inputs:
        unit, highest = quantities()[name].unit, of_input(name).highest
        columns[name] = np.array([_TIMES.get(unit, highest)], np.bool_ if unit is Unit.YES_NO else kind)
    return columns
