"""Two answers to one question, person by person: who gains, who loses, what it costs, and in which groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from vssid.domain.law.engine.exact import Whole


@dataclass(slots=True)
class Effect:
    """Counts of people and sums of what they receive, before and after, in the unit of the result."""

    people: int = 0
    winners: int = 0
    losers: int = 0
    before: int = 0
    after: int = 0
    gained: int = 0
    lost: int = 0

    @property
    def cost(self) -> int:
        return self.after - self.before

    def add(self, before: Whole, after: Whole) -> None:
        more, less = after > before, after < before
        self.people += before.size
        self.winners += int(np.count_nonzero(more))
        self.losers += int(np.count_nonzero(less))
        self.before += exact_sum(before)
        self.after += exact_sum(after)
        self.gained += exact_sum(after[more]) - exact_sum(before[more])
        self.lost += exact_sum(before[less]) - exact_sum(after[less])


def exact_sum(values: Whole) -> int:
    """Also beyond 64 bits: the upper and the lower halves of the numbers are added up by themselves."""
    return (int((values >> 32).sum()) << 32) + int((values & 0xFFFF_FFFF).sum())


@dataclass(frozen=True, slots=True)
class Grouping:
    """``of_each``: for every person the place of their group among ``names``."""

    names: tuple[str, ...]
    of_each: Whole


@dataclass(slots=True)
class Comparison:
    """The effect on all, and by group: ``groups[grouping][value]``, such as ``groups["sex"]["female"]``."""

    whole: Effect = field(default_factory=Effect)
    groups: dict[str, dict[str, Effect]] = field(default_factory=dict)

    def add(self, before: Whole, after: Whole, groupings: Mapping[str, Grouping]) -> None:
        """One batch, one line a person."""
        self.whole.add(before, after)
        for name, grouping in groupings.items():
            effects = self.groups.setdefault(name, {})
            for place in np.unique(grouping.of_each).tolist():
                theirs = grouping.of_each == place
                group = effects.setdefault(grouping.names[place], Effect())
                group.add(before[theirs], after[theirs])
