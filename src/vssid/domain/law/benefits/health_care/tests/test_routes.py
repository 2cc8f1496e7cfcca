"""The codes of routes as numbers and back."""

from __future__ import annotations

import pytest

from vssid.domain.law.benefits.health_care.routes import FIGURES_BY_ROUTE, WORDS, code, number
from vssid.domain.law.parameters import parameter


@pytest.mark.parametrize("route", WORDS)
def test_a_code_comes_back_from_its_number(route: str) -> None:
    assert code(number(route)) == route


@pytest.mark.parametrize("figure", sorted(FIGURES_BY_ROUTE))
def test_every_line_of_a_table_by_route_is_the_number_of_a_code(figure: str) -> None:
    lines = {line for entry in parameter(figure).entries if entry.table for line in entry.table.values}
    assert lines
    assert {number(code(line)) for line in lines} == lines
