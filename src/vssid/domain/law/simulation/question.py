"""What may be asked of a population: a rule or the regime it leads, its inputs as columns, its results as
columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from vssid.domain.law.catalogue import all_rules
from vssid.domain.law.engine.exact import Whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import Rule
from vssid.domain.law.engine.yaml_text import read
from vssid.domain.package_data import text_of
from vssid.domain.values.problem import NotFound, Problem, marked

Column: TypeAlias = NDArray[np.int64] | NDArray[np.bool_]


class UnknownRule(NotFound):
    code = "unknown_rule"
    sentence = marked("There is no rule called %(name)s. There are: %(known)s.")


class MissingColumns(Problem):
    code = "missing_columns"
    sentence = marked("%(rule)s needs the columns %(wanted)s; the file lacks %(lacking)s. It has: %(found)s.")


class UnknownResult(Problem):
    code = "unknown_result"
    sentence = marked("%(rule)s gives no %(name)s. It gives: %(known)s.")


@dataclass(frozen=True, slots=True)
class Question:
    """``columns``: what a file may hold in place of an input. ``otherwise``: what holds where it has neither.

    ``result``: the one that is summed and compared.
    """

    rule: Rule[..., Any]
    result: str
    columns: Mapping[str, str] = field(default_factory=dict)
    otherwise: Mapping[str, int | bool] = field(default_factory=dict)

    def source(self, name: str, columns: Sequence[str]) -> str | None:
        """The column an input is read from; None where the file has none."""
        if name in columns:
            return name
        instead = self.columns.get(name)
        return instead if instead in columns else None


def question(name: str) -> Question:
    """Of a rule (``pension.rate``) or of a regime (``pension_rate``). Raises UnknownRule."""
    rules, regimes = all_rules(), populations()["regimes"]
    if name in rules:
        return Question(rules[name], rules[name].results[-1])
    if name not in regimes:
        raise UnknownRule(name=name, known=", ".join([*sorted(regimes), *sorted(rules)]))
    said = regimes[name]
    rule = rules[said["rule"]]
    return Question(
        rule,
        said.get("result", rule.results[-1]),
        MappingProxyType(said.get("columns", {})),
        MappingProxyType(said.get("otherwise", {})),
    )


@cache
def populations() -> Mapping[str, Mapping[str, Any]]:
    """``regimes`` that run over a population, and those ``without`` it with the reason."""
    text = text_of(__package__, "populations.yaml")
    known: Mapping[str, Mapping[str, Any]] = read(text)
    return known


def refuse_without(asked: Question, columns: Sequence[str]) -> None:
    """Raises MissingColumns when something the rule reads is not among the names."""
    rule = asked.rule
    lacking = [
        name for name in rule.inputs if asked.source(name, columns) is None and name not in asked.otherwise
    ]
    if lacking:
        raise MissingColumns(
            rule=rule.code,
            wanted=", ".join(rule.inputs),
            lacking=", ".join(_or_instead(asked, name) for name in lacking),
            found=", ".join(columns),
        )


def _or_instead(asked: Question, name: str) -> str:
    instead = asked.columns.get(name)
    return name if instead is None else f"{name} ({instead})"


def result_to_compare(asked: Question, name: str | None) -> str:
    """The result asked for, or the leading one when none is. Raises UnknownResult."""
    if name is None:
        return asked.result
    if name not in asked.rule.results:
        raise UnknownResult(rule=asked.rule.code, name=name, known=", ".join(asked.rule.results))
    return name


def answered(asked: Question, law: Law, columns: Mapping[str, Column]) -> dict[str, Whole]:
    """The results by name, one line a person. ``columns``: whole numbers or truths of equal length, by the
    names of the inputs; those that nobody gave are as ``otherwise`` says.
    """
    rule = asked.rule
    given = {**{name: np.array([value]) for name, value in asked.otherwise.items()}, **columns}
    result = rule(law, **{name: given[name] for name in rule.inputs})
    return dict(zip(rule.results, result if isinstance(result, tuple) else (result,), strict=True))
