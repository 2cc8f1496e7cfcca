"""What may be asked of a population: a rule, its inputs as columns, its results as columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from vssid.domain.law.catalogue import all_rules
from vssid.domain.law.engine.exact import Whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import Rule
from vssid.domain.values.problem import NotFound, Problem, marked

Column: TypeAlias = NDArray[np.int64] | NDArray[np.bool_]
Question: TypeAlias = Rule[..., Any]


class UnknownRule(NotFound):
    code = "unknown_rule"
    sentence = marked("There is no rule called %(name)s. There are: %(known)s.")


class MissingColumns(Problem):
    code = "missing_columns"
    sentence = marked("%(rule)s needs the columns %(wanted)s; the file lacks %(lacking)s. It has: %(found)s.")


class UnknownResult(Problem):
    code = "unknown_result"
    sentence = marked("%(rule)s gives no %(name)s. It gives: %(known)s.")


def question(code: str) -> Question:
    """The rule of a code (``pension.amount``). Raises UnknownRule."""
    known = all_rules()
    if code not in known:
        raise UnknownRule(name=code, known=", ".join(sorted(known)))
    return known[code]


def refuse_without(rule: Question, columns: Sequence[str]) -> None:
    """Raises MissingColumns when something the rule reads is not among the names."""
    lacking = [name for name in rule.inputs if name not in columns]
    if lacking:
        raise MissingColumns(
            rule=rule.code,
            wanted=", ".join(rule.inputs),
            lacking=", ".join(lacking),
            found=", ".join(columns),
        )


def result_to_compare(rule: Question, name: str | None) -> str:
    """The result asked for, or the last one when none is. Raises UnknownResult."""
    if name is None:
        return rule.results[-1]
    if name not in rule.results:
        raise UnknownResult(rule=rule.code, name=name, known=", ".join(rule.results))
    return name


def answered(rule: Question, law: Law, columns: Mapping[str, Column]) -> dict[str, Whole]:
    """The results by name, one line a person. ``columns``: whole numbers or truths of equal length."""
    result = rule(law, **{name: columns[name] for name in rule.inputs})
    return dict(zip(rule.results, result if isinstance(result, tuple) else (result,), strict=True))
