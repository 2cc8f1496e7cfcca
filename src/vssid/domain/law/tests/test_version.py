"""A changed figure or a changed line of the law's code is another version of the law."""

from __future__ import annotations

import re

import pytest

from vssid.domain.law.engine.loading import load
from vssid.domain.law.version import code_of_the_law, digest_of, law_version

FIGURES = """
acts: {L: {title: A law}}
parameters:
  floor: {title: Floor, unit: dong, entries: [
    {since: 2025-07-01, value: 20, act: L, confidence: A}]}
  ladder: {title: Ladder, unit: times, key: years, entries: [
    {since: 2025-07-01, values: {0: 1, 15: 2}, act: L, confidence: A}]}
"""
CODE = {"a.formula": "def a(): return 1\n", "b.formula": "def b(): return 2\n"}


def version(figures: str = FIGURES, code: dict[str, str] = CODE) -> str:
    return digest_of(load(figures).parameters, code)


def test_the_version_of_the_law_in_use_has_ten_digits() -> None:
    assert re.fullmatch(r"\d{10}", law_version())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value: 20", "value: 21"),
        ("15: 2", "15: 3"),
        ("since: 2025-07-01, value", "since: 2025-08-01, value"),
        ("unit: dong", "unit: times"),
    ],
)
def test_a_changed_figure_is_another_version_of_the_law(old: str, new: str) -> None:
    assert (changed := FIGURES.replace(old, new)) != FIGURES
    assert version(changed) != version()


def test_changed_and_new_code_is_another_version_of_the_law_and_equal_code_is_not() -> None:
    changed = CODE | {"a.formula": "def a(): return 3\n"}
    swapped = dict(zip(CODE, reversed(CODE.values()), strict=True))
    more = CODE | {"c.formula": ""}
    assert len({version(code=code) for code in (CODE, changed, swapped, more)}) == 4
    assert version(code=dict(reversed(CODE.items()))) == version()


def test_the_code_is_every_module_of_the_law_and_no_test() -> None:
    code = code_of_the_law()
    assert {
        "vssid.domain.law.benefits.pension.amount", "vssid.domain.law.engine.exact",
        "vssid.domain.law.estimates.child", "vssid.domain.law.shared.averages",
    } <= code.keys()  # fmt: skip
    assert "def floor(" in code["vssid.domain.law.benefits.pension.amount"]
    assert not [name for name in code if ".tests." in name]
