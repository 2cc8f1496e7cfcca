"""Reads a file of dated parameters and checks it while reading, so that a wrong line stops the start."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from vssid.domain.law.engine.deriving import Span, derived
from vssid.domain.law.engine.parameter import Confidence, Entry, Parameter, Source, Table, Unit
from vssid.domain.law.engine.yaml_text import read

_ALWAYS = {"since", "act", "confidence"}
_FORMS: tuple[set[str], ...] = ({"value"}, {"values"}, {"times", "of"}, {"ppm", "of"}, {"sum_of"})
_MAY = {"until", "article", "link"}
_BODY = {"title", "unit", "entries", "key"}

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
            entries=tuple(_entries(name, body, acts, known)),
            key=body.get("key", ""),
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
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        _refuse_unknown_keys(name, row, table="key" in body)
        span = Span(
            row["since"], _end(name, row, following), (_source(row, acts),), Confidence(row["confidence"])
        )
        if "values" in row:
            yield Entry(
                span.since, span.until, 0, span.sources, span.confidence, table=_table(name, span.since, row)
            )
        elif "value" in row:
            yield Entry(span.since, span.until, row["value"], span.sources, span.confidence)
        else:
            yield from derived(row, span, known)


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


def _source(row: Mapping[str, Any], acts: Acts) -> Source:
    act = acts[row["act"]]
    return Source(act["title"], row.get("article", ""), row.get("link", act.get("link", "")))
