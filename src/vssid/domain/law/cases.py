"""Worked cases: computes what a case asks and holds it against what the case expects."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

import numpy as np

from vssid.domain.law.catalogue import all_regimes, vocabulary
from vssid.domain.law.engine.loading import read
from vssid.domain.law.engine.regimes import Given
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import WrongInput, understood
from vssid.domain.law.parameters import parameter
from vssid.domain.values.months import Month
from vssid.domain.values.problem import NotFound, Problem, marked


class UnknownRegime(NotFound):
    code = "unknown_regime"
    sentence = marked("There is no regime called %(name)s. There are: %(known)s.")


class NotCases(Problem):
    code = "not_cases"
    sentence = marked("This is not a file of worked cases: it has no list called examples.")


class Outcome(StrEnum):
    PASS = "PASS"  # noqa: S105 - a verdict
    FAIL = "FAIL"
    UNSUPPORTED = "UNSUPPORTED"


@dataclass(frozen=True, slots=True)
class Verdict:
    """``expected`` and ``got`` of the judged keys; ``notes``: keys whose expectation is prose by the
    vocabulary; ``why``: of no answer.
    """

    id: str
    regime: str
    outcome: Outcome
    expected: Mapping[str, Any]
    got: Mapping[str, Any]
    notes: Mapping[str, Any]
    why: str = ""


def compute(
    regime: str,
    inputs: Mapping[str, Any],
    *,
    act: str = "",
    as_of: date | None = None,
    trace: Trace | None = None,
) -> dict[str, Any]:
    """What a regime answers, as plain values: whole numbers, fractions, texts, dates, months, lists.

    Raises UnknownRegime, UnknownInput, WrongInput, MissingInput, or what the rules refuse (NotInForce …).
    """
    known = all_regimes()
    if regime not in known:
        raise UnknownRegime(name=regime, known=", ".join(sorted(known)))
    given = Given(
        regime,
        understood(regime, vocabulary()[regime]["inputs"], inputs),
        find=parameter,
        act=act,
        as_of=as_of,
        trace=trace,
    )
    try:
        return {name: plain_value(value) for name, value in known[regime].answer(given).items()}
    except OverflowError:
        raise WrongInput(
            name=f"an input of {regime}", value="too large to compute with", wanted="a smaller one"
        ) from None


def cases(text: str) -> Sequence[Mapping[str, Any]]:
    """The examples of a case file. Raises NotCases."""
    file = read(text)
    examples = file.get("examples") if isinstance(file, dict) else None
    if not isinstance(examples, list) or not all(isinstance(case, dict) for case in examples):
        raise NotCases
    return examples


def check(case: Mapping[str, Any]) -> Verdict:
    """Whether a case comes out as it says. A regime or input nobody knows, or an unknown key, is
    UNSUPPORTED.
    """
    id_, regime = str(case.get("id", "")), str(case.get("regime", ""))
    expected = case.get("expected") or {}
    try:
        shapes = vocabulary().get(regime, {}).get("expected", {})
        judged = {key: value for key, value in expected.items() if shapes.get(key) != "prose"}
        notes = {key: value for key, value in expected.items() if key not in judged}
        got = compute(
            regime, case.get("inputs") or {}, act=str(case.get("law", "")), as_of=_day(case.get("as_of"))
        )
    except Problem as problem:
        return Verdict(id_, regime, Outcome.UNSUPPORTED, expected, {}, {}, problem.english())
    lacking = [key for key in judged if key not in got]
    if lacking:
        return Verdict(id_, regime, Outcome.UNSUPPORTED, judged, got, notes, f"no answer for {lacking[0]}")
    shown = {key: got[key] for key in judged}
    right = bool(judged) and all(same(shapes.get(key), judged[key], shown[key]) for key in judged)
    return Verdict(id_, regime, Outcome.PASS if right else Outcome.FAIL, judged, shown, notes)


def plain_value(value: Any) -> Any:
    """A result without its array: what a case file, JSON or a page can write."""
    if isinstance(value, np.ndarray | np.generic):
        flat = np.asarray(value).reshape(-1).tolist()
        return flat[0] if len(flat) == 1 else flat
    if isinstance(value, list | tuple):
        return [plain_value(part) for part in value]
    if isinstance(value, dict):
        return {key: plain_value(part) for key, part in value.items()}
    return value


def same(shape: Any, expected: Any, got: Any) -> bool:
    """Whether two values mean the same: 0.71 and 71/100, ``0.0080`` and ``0.008``, ``2026-07`` and that
    month.
    """
    if isinstance(expected, list) and isinstance(got, list):
        items = shape.get("items") if isinstance(shape, dict) else None
        return len(expected) == len(got) and all(
            same(items, one, other) for one, other in zip(expected, got, strict=True)
        )
    if isinstance(expected, dict) and isinstance(got, dict):
        keys = shape.get("keys", {}) if isinstance(shape, dict) else {}
        return all(key in got and same(keys.get(key), part, got[key]) for key, part in expected.items())
    if isinstance(expected, bool) or isinstance(got, bool):
        return expected is got
    if isinstance(expected, int | float) and isinstance(got, int | Fraction) and not isinstance(got, Month):
        return Fraction(str(expected)) == got
    one, other = str(expected), str(got)
    if _DECIMAL.match(one) and _DECIMAL.match(other):
        return Fraction(one) == Fraction(other)
    return one == other


_DECIMAL = re.compile(r"[0-9]+\.[0-9]+\Z")


def _day(value: Any) -> date | None:
    return date.fromisoformat(str(value)) if value is not None else None
