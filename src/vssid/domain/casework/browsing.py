"""When looks of one officer are odd enough for somebody else to ask: rules over the log, not contents."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Sign(StrEnum):
    """What a look may have about it."""

    WITHOUT_CASE = "without_case"
    UNWORKED = "unworked"
    """In a case the officer then did nothing with."""
    ELSEWHERE = "elsewhere"
    """A case of another office."""
    NEIGHBOUR = "neighbour"
    COLLEAGUE = "colleague"
    FAMILY = "family"
    NIGHT = "night"


class Counted(StrEnum):
    PEOPLE = "people"
    LOOKS_AT_ONE = "looks_at_one"


@dataclass(frozen=True, slots=True)
class Look:
    at: datetime
    person: int
    signs: frozenset[Sign] = frozenset()


@dataclass(frozen=True, slots=True)
class Rule:
    """``of``: only looks with this sign; None all. ``at_least`` within ``minutes`` is odd."""

    code: str
    of: Sign | None
    counted: Counted
    at_least: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Odd:
    """``times``: as the rule counts, at the worst; between ``since`` and ``until``."""

    rule: str
    times: int
    since: datetime
    until: datetime


def odd_looks(rules: Iterable[Rule], looks: Sequence[Look]) -> tuple[Odd, ...]:
    """What the looks of one officer break, each rule once, at its worst."""
    in_order = sorted(looks, key=lambda look: look.at)
    return tuple(odd for rule in rules if (odd := _worst(rule, in_order)) is not None)


def concerned(rule: Rule, looks: Iterable[Look]) -> frozenset[int]:
    """Whom those looks were at that the rule counts."""
    times = Counter(look.person for look in looks if _counts(rule, look))
    least = rule.at_least if rule.counted is Counted.LOOKS_AT_ONE else 1
    return frozenset(person for person, number in times.items() if number >= least)


def _counts(rule: Rule, look: Look) -> bool:
    return rule.of is None or rule.of in look.signs


def _worst(rule: Rule, looks: Sequence[Look]) -> Odd | None:
    window: deque[Look] = deque()
    people: Counter[int] = Counter()
    worst: Odd | None = None
    for look in looks:
        if not _counts(rule, look):
            continue
        window.append(look)
        people[look.person] += 1
        while look.at - window[0].at > timedelta(minutes=rule.minutes):
            gone = window.popleft()
            people[gone.person] -= 1
            people += Counter()  # those nobody looks at any more
        times = len(people) if rule.counted is Counted.PEOPLE else max(people.values())
        if times >= rule.at_least and (worst is None or times > worst.times):
            worst = Odd(rule.code, times, window[0].at, look.at)
    return worst


def is_night(hour: int, *, begins: int, ends: int) -> bool:
    """``hour`` of the day in Viet Nam; the night goes over midnight."""
    return hour >= begins or hour < ends
