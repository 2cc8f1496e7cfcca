"""Inputs of a rule drawn from what the worked cases hand to any rule under the same name, and next to it."""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cache
from typing import Any
from unittest import mock

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

from vssid.domain.law.cases import check
from vssid.domain.law.catalogue import quantities, worked_cases
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.rules import Rule
from vssid.domain.law.folders import benefit_folders

Inputs = Mapping[str, np.ndarray[Any, Any]]

_MOST_PEOPLE = 4
_NIGHT = 1_000
OF_EACH_RULE = settings().max_examples if settings().max_examples >= _NIGHT else 10
"""Examples: of each of a hundred rules ten on every change, a thousand a night."""
_AS_THEY_STAND = {Unit.CODE, Unit.YES_NO}
_LEAST = {"average_months": 1, "months_averaged": 1, "scale_months": 1, "impairment": 5}
"""Below it no door asks the rule: there is no average of no month, and no grant below five per cent."""
_OF_NO_CASE = {"income": (0, 5_000_000)}


def days_of(rule: Rule[..., Any]) -> list[date]:
    """The first day of every version of the rule, the day before it, and the day after."""
    return [
        version.since + timedelta(days=apart)
        for number, version in enumerate(rule.versions)
        for apart in ((0, 1) if number == 0 else (-1, 0, 1))
    ]


def people(rule: Rule[..., Any]) -> st.SearchStrategy[Inputs]:
    """The rule's inputs of two to four people, each input drawn by itself."""
    kinds = inspect.signature(rule.versions[0].formula).parameters
    return st.integers(2, _MOST_PEOPLE).flatmap(
        lambda number: st.fixed_dictionaries(
            {name: _column(name, str(kinds[name].annotation), number) for name in rule.inputs}
        )
    )


def steps_up(name: str) -> st.SearchStrategy[tuple[int, int]]:
    """Two values of an input, the lesser first; the amounts of cases, and everything up to the greatest."""
    greatest = max(_seen()[name])
    value = st.one_of(_value(name), st.integers(_LEAST.get(name, 0), greatest))
    return st.tuples(value, value).map(lambda pair: (min(pair), max(pair)))


def of_one(inputs: Inputs, person: int) -> Inputs:
    return {name: column[person : person + 1] for name, column in inputs.items()}


def _column(name: str, kind: str, number: int) -> st.SearchStrategy[np.ndarray[Any, Any]]:
    dtype = np.bool_ if kind == "Truth" else np.int64
    return st.lists(_value(name), min_size=number, max_size=number).map(lambda drawn: np.array(drawn, dtype))


def _value(name: str) -> st.SearchStrategy[int]:
    seen = st.sampled_from(_seen()[name])
    least = _LEAST.get(name, 0)
    if quantities()[name].unit in _AS_THEY_STAND:
        return seen
    return st.builds(lambda value, apart: max(least, value + apart), seen, st.sampled_from((0, 0, -1, 1)))


@cache
def _seen() -> Mapping[str, list[int]]:
    """By the name of a quantity, what any rule was given in any worked case."""
    seen: defaultdict[str, set[int]] = defaultdict(set)
    for name, values in _OF_NO_CASE.items():
        seen[name].update(values)
    with _noting(seen):
        for folder in benefit_folders():
            for case in worked_cases(folder):
                check(case)
    return {name: sorted(values) for name, values in seen.items() if values}


@contextmanager
def _noting(seen: defaultdict[str, set[int]]) -> Iterator[None]:
    run = Rule.__call__

    def noted(rule: Rule[..., Any], law: Law, /, **inputs: Any) -> Any:
        for name, value in inputs.items():
            seen[name].update(np.asarray(value).reshape(-1).tolist())
        return run(rule, law, **inputs)

    with mock.patch.object(Rule, "__call__", noted):
        yield
