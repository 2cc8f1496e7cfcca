"""What can be answered of a worked case that lacks an input: whatever does not hang on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from vssid.domain.law.engine.regimes import Given
from vssid.domain.law.engine.vocabulary import MissingInput
from vssid.domain.values.problem import Problem

Possible = Mapping[str, Sequence[Any]]
"""For each input that may lack the values it may have, or those at both ends; the last one stands in the
steps where none of them matters.
"""


def supposing(
    given: Given, possible: Possible, answer: Callable[[Given], Mapping[str, Any]]
) -> Mapping[str, Any]:
    """The answer with each value that a lacking input may have. What comes out alike is answered; where it
    differs stands the MissingInput, to be raised for whoever asks. Raises it where nothing is left.
    """
    lacking = {name: values for name, values in possible.items() if name not in given}
    if not lacking:
        return answer(given)
    found = _alike_in_all(given, lacking, answer)
    problems = _problems(found)
    if not problems:
        return answer(_with(given, {name: values[-1] for name, values in lacking.items()}, given.trace))
    if len(problems) == len(list(_leaves(found))):
        raise problems[0]
    return found


def _alike_in_all(
    given: Given, lacking: Possible, answer: Callable[[Given], Mapping[str, Any]]
) -> Mapping[str, Any]:
    if not lacking:
        return answer(given)
    name, *others = lacking
    answers = [
        _alike_in_all(_with(given, {name: value}, None), {other: lacking[other] for other in others}, answer)
        for value in lacking[name]
    ]
    return agreed(MissingInput(field=name, regime=given.regime, name=name), *answers)


def agreed(problem: Problem, *answers: Mapping[str, Any]) -> dict[str, Any]:
    """The values that all answers have in common, by key, also in maps within; for others the problem."""
    first, *others = answers
    return {key: _agreed(problem, value, [other[key] for other in others]) for key, value in first.items()}


def _agreed(problem: Problem, value: Any, others: list[Any]) -> Any:
    if isinstance(value, Mapping):
        return agreed(problem, value, *others)
    if all(isinstance(one, Problem) for one in (value, *others)):
        return value  # whatever this input is, another one lacks
    return value if all(np.array_equal(value, other) for other in others) else problem


def _problems(answer: Mapping[str, Any]) -> list[Problem]:
    return [value for value in _leaves(answer) if isinstance(value, Problem)]


def _leaves(answer: Mapping[str, Any]) -> Iterator[Any]:
    for value in answer.values():
        yield from _leaves(value) if isinstance(value, Mapping) else (value,)


def _with(given: Given, more: Mapping[str, Any], trace: Any) -> Given:
    find = given.law(date.max).find  # the same figures whatever the day
    return Given(given.regime, {**given, **more}, find=find, act=given.act, as_of=given.as_of, trace=trace)
