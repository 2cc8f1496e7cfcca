"""What holds for every rule, on the days its versions change: what people get together each gets alone, and
writing the steps down changes nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.law.inputs_of_rules import OF_EACH_RULE, Inputs, days_of, of_one, people
from vssid.domain.law.catalogue import all_rules
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import Rule
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.parameters import parameter
from vssid.domain.values.problem import Problem

OF_SEVERAL_TOGETHER = {
    "sickness.part_days": "one person's absences are added up",
    "survivors.rates": "of one death a limited number of relatives is paid",
    "unemployment.course": "one person's months stand in a row",
    "unemployment.start": "the days off of one calendar are counted",
    "withdrawal.state_subsidy": "the months of a person are added up",
}


def test_the_exceptions_are_rules() -> None:
    assert all_rules().keys() >= OF_SEVERAL_TOGETHER.keys()


@pytest.mark.parametrize("code", sorted(all_rules().keys() - OF_SEVERAL_TOGETHER))
@settings(max_examples=OF_EACH_RULE)
@given(data=st.data())
def test_together_as_alone_and_with_steps_as_without(code: str, data: st.DataObject) -> None:
    rule = all_rules()[code]
    law = Law(data.draw(st.sampled_from(days_of(rule))), parameter)
    inputs = data.draw(people(rule))
    number = max((len(column) for column in inputs.values()), default=1)
    together = _columns(rule, law, inputs)
    for person in range(number):
        alone = _columns(rule, law, of_one(inputs, person))
        traced = _columns(rule, replace(law, trace=Trace()), of_one(inputs, person))
        assert traced == alone
        if together is not None:
            assert alone == [
                column[person : person + 1] if len(column) > 1 else column for column in together
            ]
    if together is None:
        assert any(_columns(rule, law, of_one(inputs, person)) is None for person in range(number))


def _columns(rule: Rule[..., Any], law: Law, inputs: Inputs) -> list[list[int]] | None:
    """Each result as a list; None when the rule refuses the inputs."""
    try:
        with np.errstate(all="ignore"):
            found = rule(law, **inputs)
    except Problem:
        return None
    return [np.asarray(column).reshape(-1).tolist() for column in (found if rule.gives == "" else (found,))]
