"""What an estimate says: its figures, the steps that made them, what was supposed, what is doubtful."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Figure, Step, Trace
from vssid.domain.law.estimates.on_file import OnFile
from vssid.domain.law.estimates.record import Record
from vssid.domain.law.parameters import parameter

_BY_RECORD = frozenset({"pension_drawn", "citizens_only", "foreigners_not_insured"})


@dataclass(frozen=True, slots=True)
class Answer:
    """``figures``: by names of quantities, the headline first. ``entitled``: False when nothing is due, and
    ``reason`` then says why as a code. ``curve``: one figure for each value of what a person may choose.
    ``on_file``: what the law on file said of days to come, for asking again."""

    figures: Mapping[str, Figure]
    steps: tuple[Step, ...]
    entitled: bool = True
    reason: str = ""
    curve: tuple[tuple[int, int], ...] = ()
    on_file: OnFile | None = None

    @property
    def settled(self) -> bool:
        """Whether what is on record decides alone, whatever is supposed."""
        return self.reason in _BY_RECORD

    @property
    def doubtful(self) -> bool:
        """Whether a figure was used that nobody has read in the text of an act or in two sources."""
        used = [used for step in self.steps for used in step.used]
        return any(one.entry.confidence.unsure for one in used)


@dataclass(frozen=True, slots=True)
class Asked:
    """``on``: the day the question is asked, whose law applies unless the question names a day of its own.

    ``supposed``: what the person chose, as plain values by the names of the form. ``on_file``: of a question
    asked again; None the first time, and of questions kept before 1 December 2026.
    """

    record: Record
    on: date
    supposed: Mapping[str, Any]
    on_file: OnFile | None = None

    def law(self, trace: Trace | None = None, day: date | None = None) -> Law:
        """The law of ``day``, or of the day of the question, as it was on file the first time."""
        wanted = day or self.on
        if self.on_file is None:
            return Law(wanted, parameter, trace)
        return Law(min(wanted, self.on_file.law_to), self.on_file.figure, trace)


Kind = Callable[[Asked, Trace], Answer]
"""One question: from a record and what is supposed to an answer. Pure: equal questions, equal answers."""
