"""Fifty ways of browsing raise an alarm; a day of work at the same desk raises none."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.casework import browsing
from vssid.domain.casework.browsing import Counted, Look, Rule, Sign, concerned, odd_looks

BEGUN = datetime(2026, 11, 30, 1, 0, tzinfo=UTC)
_ROOT = Path(browsing.__file__).parents[2]
_TABLE = tomllib.loads((_ROOT / "apps/procedures/browsing/rules.toml").read_text(encoding="utf-8"))
RULES = tuple(
    Rule(
        code,
        Sign(said["of"]) if "of" in said else None,
        Counted(said["counted"]),
        said["at_least"],
        said["minutes"],
    )
    for code, said in _TABLE["rules"].items()
)
PACES = (0.0, 0.2, 0.5, 0.8, 0.99)
"""How much of the rule's time the browsing takes."""


def browse(rule: Rule, times: int, share: float) -> list[Look]:
    """As many looks as ``times``, evenly over ``share`` of the rule's time."""
    step = timedelta(minutes=rule.minutes) * share / max(times - 1, 1)
    signs = frozenset({rule.of} if rule.of else ())
    one = rule.counted is Counted.LOOKS_AT_ONE
    return [Look(BEGUN + step * place, 1 if one else place, signs) for place in range(times)]


PATTERNS = [(rule, rule.at_least + more, share) for rule in RULES for share in PACES for more in (0, 7)]


def test_there_are_fifty_and_more() -> None:
    assert len(PATTERNS) >= 50


@pytest.mark.parametrize(("rule", "times", "share"), PATTERNS)
def test_a_pattern_of_browsing_raises_its_alarm(rule: Rule, times: int, share: float) -> None:
    found = {odd.rule: odd for odd in odd_looks(RULES, browse(rule, times, share))}
    assert found[rule.code].times == times
    assert found[rule.code].since == BEGUN


@pytest.mark.parametrize("rule", RULES)
def test_one_look_less_or_a_slower_pace_raises_none_of_it(rule: Rule) -> None:
    for looks in (browse(rule, rule.at_least - 1, 0.5), browse(rule, rule.at_least, 1.2)):
        if rule.at_least > 1:
            assert rule.code not in {odd.rule for odd in odd_looks(RULES, looks)}


def test_a_day_of_work_is_no_browsing() -> None:
    """Cases opened one after the other and worked on have no sign at all."""
    day = [Look(BEGUN + timedelta(minutes=2 * place), place // 3) for place in range(240)]
    assert odd_looks(RULES, day) == ()


@given(st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 40)), max_size=80), st.randoms())
def test_the_order_of_the_log_does_not_matter(drawn: list[tuple[int, int]], random: object) -> None:
    looks = [Look(BEGUN + timedelta(minutes=at), one, frozenset({Sign.NEIGHBOUR})) for at, one in drawn]
    shuffled = looks[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert {odd.rule: odd.times for odd in odd_looks(RULES, looks)} == {
        odd.rule: odd.times for odd in odd_looks(RULES, shuffled)
    }


def test_only_those_a_rule_counts_are_concerned() -> None:
    plain = Look(BEGUN, 900)
    family = next(rule for rule in RULES if rule.code == "family")
    again = next(rule for rule in RULES if rule.counted is Counted.LOOKS_AT_ONE)
    assert concerned(family, [plain, Look(BEGUN, 7, frozenset({Sign.FAMILY}))]) == {7}
    once = Look(BEGUN, 8, frozenset({Sign.UNWORKED}))
    assert concerned(again, [plain, once, *browse(again, again.at_least, 0.5)]) == {1}
