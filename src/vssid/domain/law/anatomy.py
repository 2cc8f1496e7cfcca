"""What a benefit is made of, found by running its worked cases: rules, figures, and when any of
them changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from vssid.domain.law.cases import compute
from vssid.domain.law.catalogue import all_rules, folder_of, worked_cases
from vssid.domain.law.engine.parameter import Parameter
from vssid.domain.law.engine.rules import Rule
from vssid.domain.law.engine.trace import Step, Trace
from vssid.domain.law.parameters import parameter, parameters


@dataclass(frozen=True, slots=True)
class Example:
    """A worked case with the steps that answer it. ``kind``: official, published or derived."""

    id: str
    kind: str
    source: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Anatomy:
    """``parameters``: the folder's own figures, then every other the examples read, as the files have them.
    ``dates``: the days on which a rule or a figure of it changed, the latest first.
    """

    folder: str
    rules: tuple[Rule[..., Any], ...]
    parameters: tuple[Parameter, ...]
    examples: tuple[Example, ...]
    dates: tuple[date, ...]


@cache
def anatomy(folder: str) -> Anatomy:
    """Runs every worked case of the folder once. What is shared has none: it is its rules and figures."""
    examples = tuple(map(_example, worked_cases(folder)))
    steps = [step for example in examples for step in example.steps]
    own = sorted(_at_home(folder, all_rules()), key=_written)
    codes = dict.fromkeys([*own, *(step.rule for step in steps)])
    met = {used.name for step in steps for used in step.used}
    names = dict.fromkeys([*_at_home(folder, parameters()), *(one for one in parameters() if one in met)])
    rules = tuple(all_rules()[code] for code in codes)
    figures = tuple(parameter(name) for name in names)
    return Anatomy(folder, rules, figures, examples, _dates(rules, figures))


def _at_home(folder: str, codes: Iterable[str]) -> Iterator[str]:
    return (code for code in codes if folder_of(code) == folder)


def _written(code: str) -> tuple[str, int]:
    """Where it stands in the source: the order of reading, whatever was imported first."""
    formula = all_rules()[code].versions[0].formula.__code__
    return formula.co_filename, formula.co_firstlineno


def _example(case: Mapping[str, Any]) -> Example:
    trace = Trace()
    compute(case["regime"], case.get("inputs") or {}, act=str(case.get("law", "")), trace=trace)
    return Example(case["id"], case.get("kind", ""), case.get("source", ""), tuple(trace.flat()))


def _dates(rules: tuple[Rule[..., Any], ...], figures: tuple[Parameter, ...]) -> tuple[date, ...]:
    found = {version.since for rule in rules for version in rule.versions}
    found |= {entry.since for figure in figures for entry in figure.entries}
    return tuple(sorted(found, reverse=True))
