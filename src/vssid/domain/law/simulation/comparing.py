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
        moved = after - before
        self.people += before.size
        self.winners += int(np.count_nonzero(moved > 0))
        self.losers += int(np.count_nonzero(moved < 0))
        self.before += int(before.sum())
        self.after += int(after.sum())
        self.gained += int(moved[moved > 0].sum())
        self.lost -= int(moved[moved < 0].sum())


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
