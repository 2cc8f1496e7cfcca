"""The steps that made a figure, written down while it is computed for one person.

A trace is asked for by handing a :class:`Trace` to the law; without one nothing is recorded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from vssid.domain.law.engine.parameter import Entry

Figure = int | bool | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Used:
    """A figure of the law that a step read; ``key`` is the line of a table, None of a single figure."""

    name: str
    entry: Entry
    value: int
    key: int | None = None


@dataclass(slots=True)
class Step:
    """One rule applied: what went in, what came out, by which article, with which figures of the law.

    ``rule``: its stable code. ``since``: the day from which this version of it holds. ``inputs`` and
    ``result`` are by the names of quantities. ``steps``: the rules it called, in order.
    """

    rule: str
    words: str
    article: str
    since: date
    on: date
    inputs: dict[str, Figure]
    result: dict[str, Figure] = field(default_factory=dict)
    used: list[Used] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def flat(self) -> Iterator[Step]:
        """The steps in the order in which their results stood: what a rule called before the rule itself."""
        for step in self.steps:
            yield from step.flat()
        yield self


class Trace:
    """The steps of one computation. Not for arrays of many: a step is one person's.

    ``reached``: the latest first day among the figures and versions of rules that were used. What is put on
    file later with a later first day changes nothing for a computation by the law of that day.
    """

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.reached = date.min
        self._open: list[Step] = []

    def begin(self, step: Step) -> None:
        self.reached = max(self.reached, step.since)
        (self._open[-1].steps if self._open else self.steps).append(step)
        self._open.append(step)

    def end(self, result: Mapping[str, Figure]) -> None:
        self._open.pop().result.update(result)

    def abandon(self) -> None:
        """The rule that began last was refused: what it wrote is taken out."""
        refused = self._open.pop()
        (self._open[-1].steps if self._open else self.steps).remove(refused)

    def uses(self, used: Used) -> None:
        """What a rule reads is noted once, however often it is read."""
        self.reached = max(self.reached, used.entry.since)
        if self._open and used not in self._open[-1].used:
            self._open[-1].used.append(used)

    def flat(self) -> list[Step]:
        return [step for outer in self.steps for step in outer.flat()]

    def used(self) -> list[Used]:
        """Every figure of the law that was read, once."""
        seen: list[Used] = []
        for step in self.flat():
            seen += [used for used in step.used if used not in seen]
        return seen


def plain(value: Any) -> Figure:
    """An array of one as its number, one of several (a window of months, say) as a tuple."""
    array = np.asarray(value)
    if array.size == 1:
        number: int | bool = array.reshape(-1)[0].item()
        return number
    return tuple(array.reshape(-1).tolist())
