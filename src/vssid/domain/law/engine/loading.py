"""Reads a file of dated parameters and checks it while reading, so that a wrong line stops the start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import yaml

from vssid.domain.law.engine.deriving import Span, derived
from vssid.domain.law.engine.parameter import Confidence, Entry, Parameter, Source, Unit

_ALWAYS = {"since", "act", "confidence"}
_FORMS: tuple[set[str], ...] = ({"value"}, {"times", "of"}, {"ppm", "of"}, {"sum_of"})
_MAY = {"until", "article", "link"}


def load(text: str) -> dict[str, Parameter]:
    """The parameters of a file by name, in its order; a parameter may rest only on those above it.

    ValueError or KeyError names what is wrong: an unknown key, dates that do not ascend, an act not listed.
    """
    file: dict[str, Any] = yaml.safe_load(text)
    known: dict[str, Parameter] = {}
    for name, body in file["parameters"].items():
        known[name] = Parameter(
            name=name,
            title=body["title"],
            unit=Unit(body["unit"]),
            entries=tuple(_entries(name, body["entries"], file["acts"], known)),
        )
    return known


def _entries(
    name: str,
    rows: Sequence[Mapping[str, Any]],
    acts: Mapping[str, Mapping[str, str]],
    known: Mapping[str, Parameter],
) -> Iterator[Entry]:
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        _refuse_unknown_keys(name, row)
        span = Span(
            row["since"], _end(name, row, following), (_source(row, acts),), Confidence(row["confidence"])
        )
        if "value" in row:
            yield Entry(span.since, span.until, row["value"], span.sources, span.confidence)
        else:
            yield from derived(row, span, known)


def _refuse_unknown_keys(name: str, row: Mapping[str, Any]) -> None:
    if not row.keys() >= _ALWAYS or (row.keys() - _ALWAYS - _MAY) not in _FORMS:
        raise ValueError(f"{name}: {dict(row)} is not an entry this loader knows")


def _end(name: str, row: Mapping[str, Any], following: Mapping[str, Any] | None) -> date | None:
    until: date | None = row.get("until")
    if following is None:
        return until
    before = following["since"] - timedelta(days=1)
    if following["since"] <= row["since"] or until not in (None, before):
        raise ValueError(f"{name}: the entry of {row['since']} does not end where the next one begins")
    return date.fromordinal(before.toordinal())


def _source(row: Mapping[str, Any], acts: Mapping[str, Mapping[str, str]]) -> Source:
    act = acts[row["act"]]
    return Source(act["title"], row.get("article", ""), row.get("link", act.get("link", "")))
