"""What an estimate says: its figures, the steps that made them, what was supposed, what is doubtful."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from vssid.domain.law.engine.trace import Figure, Step, Trace
from vssid.domain.law.estimates.record import Record


@dataclass(frozen=True, slots=True)
class Answer:
    """``figures``: by names of quantities, the headline first. ``entitled``: False when nothing is due, and
    ``reason`` then says why as a code. ``curve``: one figure for each value of what a person may choose."""

    figures: Mapping[str, Figure]
    steps: tuple[Step, ...]
    entitled: bool = True
    reason: str = ""
    curve: tuple[tuple[int, int], ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether a figure was used that nobody has read in the text of an act or in two sources."""
        used = [used for step in self.steps for used in step.used]
        return any(one.entry.confidence.unsure for one in used)


@dataclass(frozen=True, slots=True)
class Asked:
    """``on``: the day the question is asked, whose law applies unless the answer lies in the past.

    ``supposed``: what the person chose, as plain values by the names of the form.
    """

    record: Record
    on: date
    supposed: Mapping[str, Any]


Kind = Callable[[Asked, Trace], Answer]
"""One question: from a record and what is supposed to an answer. Pure: equal questions, equal answers."""
