"""Reads a file of dated parameters and checks it while reading, so that a wrong line stops the start."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from vssid.domain.law.engine.deriving import Span, derived, named_in
from vssid.domain.law.engine.parameter import Confidence, Entry, Parameter, Source, Table, Unit
from vssid.domain.law.engine.yaml_text import read

_ALWAYS = {"since", "act", "confidence"}
_FORMS: tuple[set[str], ...] = ({"value"}, {"values"}, {"times", "of"}, {"ppm", "of"}, {"sum_of"})
_MAY = {"until", "article", "link"}
_BODY = {"title", "unit", "entries", "key", "words", "line_words"}
_TOO_LARGE = 10**15
"""No figure of the law comes near; products of two still fit into 64 bits where formulas multiply."""

Acts = Mapping[str, Mapping[str, str]]


def _as_it_is(parameter: Parameter) -> Parameter:
    return parameter


def load(
    text: str,
    *,
    acts: Acts | None = None,
    above: Mapping[str, Parameter] | None = None,
    amend: Callable[[Parameter], Parameter] = _as_it_is,
) -> Loaded:
    """The parameters of a file by name, in its order; a parameter may rest only on those above it.

    ``amend``: what becomes of each before others rest on it. ``acts`` and ``above``: what files read before
    have named already. ValueError or KeyError says what is wrong: an unknown key or unit, dates that do not
    ascend, an act not listed, a table whose lines do not ascend.
    """
    file: dict[str, Any] = read(text)
    acts = {**(acts or {}), **file.get("acts", {})}
    known: dict[str, Parameter] = {**(above or {})}
    own: dict[str, Parameter] = {}
    for name, body in (file.get("parameters") or {}).items():
        if name in known or not body.keys() <= _BODY:
            raise ValueError(f"{name}: said twice, or with a key this loader does not know")
        read_so = Parameter(
            name=name,
            title=body["title"],
            unit=Unit(body["unit"]),
            entries=_without_gap(name, tuple(_entries(name, body, acts, known))),
            key=body.get("key", ""),
            words=_words(name, body.get("words")),
            line_words=_words(name, body.get("line_words")),
        )
        known[name] = own[name] = amend(read_so)
    return Loaded(acts, own)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file said: the acts it may cite (its own and those it was given) and its own parameters."""

    acts: Acts
    parameters: Mapping[str, Parameter]


def _entries(
    name: str, body: Mapping[str, Any], acts: Acts, known: Mapping[str, Parameter]
) -> Iterator[Entry]:
    rows: Sequence[Mapping[str, Any]] = body["entries"]
    if not rows:
        raise ValueError(f"{name}: it has no entry")
    _refuse_odd_days(name, rows)
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        _refuse_unknown_keys(name, row, table="key" in body)
        span = Span(
            row["since"],
            _end(name, row, following),
            (_source(name, row, acts),),
            Confidence(row["confidence"]),
        )
        if "values" in row:
            yield Entry(
                span.since, span.until, 0, span.sources, span.confidence, table=_table(name, span.since, row)
            )
        elif "value" in row:
            yield Entry(span.since, span.until, _whole(name, row), span.sources, span.confidence)
        else:
            yield from derived(row, span, _alike(name, Unit(body["unit"]), row, known))


def _words(name: str, said: object) -> Mapping[int, str]:
    """Of numbers that stand for something else."""
    if said is None:
        return {}
    if not isinstance(said, dict) or not all(type(n) is int and isinstance(w, str) for n, w in said.items()):
        raise ValueError(f"{name}: {said!r} are no words by number")
    return said


def _refuse_odd_days(name: str, rows: Sequence[Mapping[str, Any]]) -> None:
    for row in rows:
        first, last = row.get("since"), row.get("until", date.max)
        if type(first) is not date or type(last) is not date or last < first:
            raise ValueError(f"{name}: {first!r} and {last!r} are no first and last day")


def _without_gap(name: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """What a figure follows from may end earlier than the line that says so."""
    for entry, following in pairwise(entries):
        if entry.until is None or entry.until + timedelta(days=1) != following.since:
            raise ValueError(f"{name}: nothing holds between {entry.until} and {following.since}")
    return entries


def _whole(name: str, row: Mapping[str, Any]) -> int:
    value = row["value"]
    if type(value) is not int or not 0 <= value < _TOO_LARGE:
        raise ValueError(f"{name}: {value!r} of {row['since']} is no whole number from 0 on")
    return value


def _alike(
    name: str, unit: Unit, row: Mapping[str, Any], known: Mapping[str, Parameter]
) -> Mapping[str, Parameter]:
    """What a figure is computed from: single figures of its own unit, read before it."""
    operands = {one: known[one] for one in named_in(row)}
    for one, operand in operands.items():
        if operand.key or operand.unit is not unit:
            raise ValueError(f"{name}: {one} is no single figure in {unit}")
    return operands


def _table(name: str, since: date, row: Mapping[str, Any]) -> Table:
    lines: Mapping[int, int] = row["values"]
    if not lines or list(lines) != sorted(lines) or not all(type(cell) is int for cell in lines.values()):
        raise ValueError(f"{name}: the lines of {since} are not whole numbers by ascending whole numbers")
    return Table(name, since, lines)


def _refuse_unknown_keys(name: str, row: Mapping[str, Any], *, table: bool) -> None:
    form = row.keys() - _ALWAYS - _MAY
    if not row.keys() >= _ALWAYS or form not in _FORMS or table != ("values" in form):
        raise ValueError(f"{name}: {dict(row)} is not an entry this loader knows")


def _end(name: str, row: Mapping[str, Any], following: Mapping[str, Any] | None) -> date | None:
    until: date | None = row.get("until")
    if following is None:
        return until
    before = following["since"] - timedelta(days=1)
    if following["since"] <= row["since"] or until not in (None, before):
        raise ValueError(f"{name}: the entry of {row['since']} does not end where the next one begins")
    return date.fromordinal(before.toordinal())


def _source(name: str, row: Mapping[str, Any], acts: Acts) -> Source:
    act = acts[row["act"]]
    found = Source(act["title"], row.get("article", ""), row.get("link", act.get("link", "")))
    if not all(isinstance(part, str) for part in (found.act, found.article, found.link)):
        raise ValueError(f"{name}: act, article and link of {row['since']} are texts")
    return found
