from __future__ import annotations

from datetime import date

import pytest

from vssid.domain.law.anatomy import anatomy
from vssid.domain.law.folders import benefit_folders


@pytest.mark.parametrize("folder", benefit_folders())
def test_the_examples_of_a_benefit_show_its_rules(folder: str) -> None:
    found = anatomy(folder)
    shown = {step.rule for example in found.examples for step in example.steps}
    own = {rule.code for rule in found.rules if rule.code.startswith(f"{folder}.")}
    assert own
    assert own <= shown, "a rule that no worked case shows"


def test_figures_and_days_are_those_the_examples_read() -> None:
    found = anatomy("social_pension")
    assert {figure.name for figure in found.parameters} == {
        "social_pension.amount",
        "social_pension.age_poor_or_near_poor",
        "social_pension.age",
    }
    assert found.dates == (date(2025, 7, 1),)
    assert {example.kind for example in found.examples} == {"published", "derived"}
