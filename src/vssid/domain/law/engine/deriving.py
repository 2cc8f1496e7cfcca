"""Figures that follow from others: twenty times, fifteen per cent of, the sum of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from vssid.domain.law.engine.parameter import Confidence, Entry, Parameter, Source
from vssid.domain.values.dong import at_rate
from vssid.domain.values.rates import percent


@dataclass(frozen=True, slots=True)
class Span:
    """The days of one line of the file, with what it says of its source."""

    since: date
    until: date | None
    sources: tuple[Source, ...]
    confidence: Confidence


def derived(row: Mapping[str, Any], span: Span, known: Mapping[str, Parameter]) -> Iterator[Entry]:
    """One entry for each stretch on which what it is computed from does not change.

    NotInForce when something it rests on does not hold on the first day.
    """
    operands = [known[name] for name in named_in(row)]
    for since, until in _stretches(span, operands):
        entries = [operand.entry(since) for operand in operands]
        yield Entry(
            since=since,
            until=until,
            value=_value(row, [entry.value for entry in entries]),
            sources=_once((*span.sources, *(source for entry in entries for source in entry.sources))),
            confidence=max(
                (span.confidence, *(entry.confidence for entry in entries)), key=lambda c: c.place
            ),
            rule=_words(row),
        )


def named_in(row: Mapping[str, Any]) -> list[str]:
    """The figures that a line computes with."""
    return list(row["sum_of"]) if "sum_of" in row else [row["of"]]


def _value(row: Mapping[str, Any], values: Sequence[int]) -> int:
    if "sum_of" in row:
        return sum(values)
    return values[0] * int(row["times"]) if "times" in row else at_rate(values[0], row["ppm"])


def _words(row: Mapping[str, Any]) -> str:
    if "sum_of" in row:
        return " + ".join(row["sum_of"])
    factor = str(row["times"]) if "times" in row else f"{percent(row['ppm'])} %"
    return f"{factor} × {row['of']}"


def _stretches(span: Span, operands: Sequence[Parameter]) -> Iterator[tuple[date, date | None]]:
    cuts = {entry.since for operand in operands for entry in operand.entries}
    ends = [operand.entries[-1].until for operand in operands] + [span.until]
    last = min((end for end in ends if end), default=None)
    starts = sorted({span.since, *(cut for cut in cuts if cut > span.since and (not last or cut <= last))})
    for since, following in pairwise(starts):
        yield since, following - timedelta(days=1)
    yield starts[-1], last


def _once(sources: Sequence[Source]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(sources))
