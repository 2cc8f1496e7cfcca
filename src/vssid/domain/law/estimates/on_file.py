"""What the law on file said of days to come when a question was first asked.

A question kept today and asked again in five years must not hear what was enacted in between, though it looks
ahead: to a birth, to ages that rise, to months still to be paid.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vssid.domain.law.engine.parameter import Entry, Parameter
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.parameters import parameter, parameters


@dataclass(frozen=True, slots=True)
class OnFile:
    """``on``: the day of the question. ``law_to``: the latest first day among the figures and rules it used,
    at least ``on``. ``ahead``: the first days after ``on`` that figures had on file, by name.
    """

    on: date
    law_to: date
    ahead: Mapping[str, tuple[date, ...]]

    @classmethod
    def of(cls, on: date, trace: Trace) -> OnFile:
        """As the law is on file now, for a question just answered."""
        ahead = {name: _after(on, figure) for name, figure in parameters().items()}
        return cls(on, max(on, trace.reached), {name: days for name, days in ahead.items() if days})

    def figure(self, name: str) -> Parameter:
        """A figure without what came on file later for days after the question. Raises UnknownParameter."""
        now = parameter(name)
        known = {*self.ahead.get(name, ())}
        kept = [entry for entry in now.entries if entry.since <= self.on or entry.since in known]
        return now if len(kept) == len(now.entries) else replace(now, entries=_joined(kept, now.entries))


def _after(on: date, figure: Parameter) -> tuple[date, ...]:
    return tuple(entry.since for entry in figure.entries if entry.since > on)


def _joined(kept: list[Entry], every: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Each holds until the next one kept; an end that no left-out entry made stays."""
    left_out = {entry.since - timedelta(days=1) for entry in every if entry not in kept}
    following = [entry.since - timedelta(days=1) for entry in kept[1:]]
    return tuple(
        replace(entry, until=end) if entry.until in left_out else entry
        for entry, end in zip(kept, [*following, None], strict=True)
    )
