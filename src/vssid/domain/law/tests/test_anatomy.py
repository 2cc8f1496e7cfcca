from __future__ import annotations

import re
from datetime import date

import pytest

from vssid.domain.law.anatomy import anatomy
from vssid.domain.law.engine.exact import Whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.loading import load
from vssid.domain.law.engine.rules import Rule
from vssid.domain.law.folders import benefit_folders
from vssid.domain.law.version import digest_of, law_version


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


def _of(figures: str, rule: Rule[..., Whole]) -> str:
    return digest_of(load(figures).parameters, {rule.code: rule})


def _rule(article: str) -> Rule[..., Whole]:
    made: Rule[..., Whole] = Rule("test.half", "Half", "amount")

    @made.since(date(2025, 7, 1), article=article)
    def _(law: Law, *, amount: Whole) -> Whole:
        return amount

    return made


FIGURES = """
acts: {L: {title: A law}}
parameters:
  floor: {title: Floor, unit: dong, entries: [
    {since: 2025-07-01, value: 20, act: L, confidence: A}]}
  ladder: {title: Ladder, unit: times, key: years, entries: [
    {since: 2025-07-01, values: {0: 1, 15: 2}, act: L, confidence: A}]}
"""


def test_the_version_of_the_law_in_use_has_ten_digits() -> None:
    assert re.fullmatch(r"\d{10}", law_version())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value: 20", "value: 21"),
        ("15: 2", "15: 3"),
        ("since: 2025-07-01, value", "since: 2025-08-01, value"),
    ],
)
def test_a_changed_figure_is_another_version_of_the_law(old: str, new: str) -> None:
    assert (changed := FIGURES.replace(old, new)) != FIGURES
    assert _of(FIGURES, _rule("art. 1")) != _of(changed, _rule("art. 1"))


def test_an_article_and_a_later_version_of_a_rule_are_another_version_of_the_law() -> None:
    later = _rule("art. 1")
    later.restated(date(2026, 1, 1), article="art. 1")
    versions = [_of(FIGURES, rule) for rule in (_rule("art. 1"), _rule("art. 2"), later)]
    assert len(set(versions)) == 3
    assert versions[0] == _of(FIGURES, _rule("art. 1"))
