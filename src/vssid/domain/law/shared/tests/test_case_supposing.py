from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from vssid.domain.law.engine.exact import whole
from vssid.domain.law.engine.regimes import Given
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import MissingInput
from vssid.domain.law.parameters import parameter
from vssid.domain.law.shared.case_supposing import supposing

POSSIBLE = {"stay": (True, False), "cost": (10**9, 0)}


def asked(trace: Trace | None = None, **inputs: object) -> Given:
    return Given("visit", inputs, find=parameter, as_of=date(2026, 8, 1), trace=trace)


def answer(given: Given) -> Mapping[str, Any]:
    base = given.law().figure("base_salary") if given["paid"] else 0
    part = whole(given["cost"] if given["stay"] else 0)
    return {"base": whole(base), "parts": {"stay": given["stay"], "fund": part}, "day": date(2026, 8, 1)}


def test_what_hangs_on_nothing_that_lacks_is_answered() -> None:
    told = supposing(asked(paid=True), POSSIBLE, answer)
    assert (told["base"], told["day"]) == (2_530_000, date(2026, 8, 1))
    assert told["parts"]["stay"].field == told["parts"]["fund"].field == "stay"


def test_the_input_that_still_matters_is_named() -> None:
    told = supposing(asked(paid=True, stay=True), POSSIBLE, answer)
    assert (told["parts"]["stay"], told["parts"]["fund"].field) == (True, "cost")
    assert supposing(asked(paid=True, stay=False), POSSIBLE, answer)["parts"]["fund"] == 0


def test_an_input_without_possible_values_is_asked_for() -> None:
    with pytest.raises(MissingInput) as missing:
        supposing(asked(), POSSIBLE, answer)
    assert missing.value.field == "paid"


def test_nothing_to_answer_is_a_refusal() -> None:
    with pytest.raises(MissingInput) as missing:
        supposing(asked(), {"a": (0, 1), "b": (0, 1)}, lambda given: {"sum": given["a"] + given["b"]})
    assert missing.value.field == "b"


def test_only_a_whole_answer_has_steps_and_each_once() -> None:
    seen: list[object] = []

    def noting(given: Given) -> Mapping[str, Any]:
        seen.append((given["cost"], given.trace))
        return answer(given)

    trace = Trace()
    supposing(asked(trace, paid=True, stay=False), POSSIBLE, noting)
    assert seen == [(10**9, None), (0, None), (0, trace)]
    seen.clear()
    supposing(asked(trace, paid=True, stay=True), POSSIBLE, noting)
    assert seen == [(10**9, None), (0, None)]
