"""Whatever a worked case says, an amount is refused before it leaves 64 bits: none is ever negative."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from vssid.domain.law.case_regimes import vocabulary
from vssid.domain.law.cases import compute
from vssid.domain.law.catalogue import worked_cases
from vssid.domain.law.engine.vocabulary import kinds
from vssid.domain.law.folders import benefit_folders
from vssid.domain.values.problem import Problem

LARGE = (10**12 - 1, 10**11, 36_600)
CASES = {case["regime"]: case for folder in benefit_folders() for case in worked_cases(folder)}


def numbers(regime: str) -> list[str]:
    shapes: Mapping[str, Any] = vocabulary()[regime]["inputs"]
    return [name for name, shape in shapes.items() if {"int", "dong"} & {*kinds(shape)}]


def amounts(value: Any) -> Iterator[int]:
    if isinstance(value, int) and not isinstance(value, bool):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from amounts(part)
    elif isinstance(value, dict):
        yield from amounts(list(value.values()))


@pytest.mark.parametrize("regime", CASES)
def test_the_largest_numbers_are_refused_or_reckoned_exactly(regime: str) -> None:
    case = CASES[regime]
    alone = [{name: large} for name in numbers(regime) for large in LARGE]
    together = [dict.fromkeys(numbers(regime), large) for large in LARGE]
    for given in (*alone, *together):
        inputs = {**case["inputs"], **given}
        try:
            found = compute(regime, inputs, act=case.get("law"), as_of=case.get("as_of"))
        except Problem:
            continue
        assert all(amount >= 0 for amount in amounts(found)), given
