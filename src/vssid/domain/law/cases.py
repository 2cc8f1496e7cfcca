"""Worked cases: computes what a case asks and holds it against what the case expects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

import numpy as np

from vssid.domain.law.case_files import BrokenCase, cases
from vssid.domain.law.case_regimes import all_regimes, vocabulary
from vssid.domain.law.engine.regimes import Given, cited
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import (
    MissingInput,
    WrongInput,
    kinds,
    mapped,
    read_value,
    spelled,
    understood,
)
from vssid.domain.law.parameters import parameter
from vssid.domain.values.months import Month
from vssid.domain.values.problem import NotFound, Problem, marked


class UnknownRegime(NotFound):
    code = "unknown_regime"
    sentence = marked("There is no regime called %(name)s. There are: %(known)s.")


class UnreadableCase(Problem):
    code = "unreadable_case"
    sentence = marked("This case cannot be read: %(what)s. Write it as YAML or JSON.")


class NoAnswer(Problem):
    code = "no_answer"
    sentence = marked("There is no answer for %(name)s. %(regime)s answers %(known)s.")


class NothingToJudge(Problem):
    code = "nothing_to_judge"
    sentence = marked(
        "There is nothing to judge: what is expected is prose, or nothing. Compare by eye, or expect a value."
    )


class NotComputed(Problem):
    code = "case_not_computed"
    sentence = marked("This case could not be computed (%(fault)s). Report it together with the case.")


class Outcome(StrEnum):
    PASS = "PASS"  # noqa: S105 - a verdict
    FAIL = "FAIL"
    UNSUPPORTED = "UNSUPPORTED"


@dataclass(frozen=True, slots=True)
class Verdict:
    """``expected`` and ``got`` of the judged keys; ``notes``: keys whose expectation is prose by the
    vocabulary, and ``law_of``, the day whose law was assumed; ``problem``: why nothing was judged.
    """

    id: str
    regime: str
    outcome: Outcome
    expected: Mapping[str, Any]
    got: Mapping[str, Any]
    notes: Mapping[str, Any]
    problem: Problem | None = None

    @property
    def why(self) -> str:
        return self.problem.english() if self.problem else ""

    @property
    def code(self) -> str:
        return self.problem.code if self.problem else ""

    @property
    def field(self) -> str | None:
        """The key of the case that is at fault, where it is one key."""
        return self.problem.field if self.problem else None


def compute(
    regime: str,
    inputs: Any,
    *,
    act: object = None,
    as_of: date | None = None,
    trace: Trace | None = None,
) -> dict[str, Any]:
    """What a regime answers, as plain values: whole numbers, fractions, texts, dates, months, lists.

    ``inputs``: a map as YAML or JSON gives it, not yet read; ``act``: the act cited, in any spelling.
    Raises UnknownRegime, UnknownInput, WrongInput, MissingInput, or what the rules refuse (NotInForce …).
    """
    known = all_regimes()
    if regime not in known:
        raise UnknownRegime(name=regime, known=", ".join(sorted(known)))
    given = Given(
        regime,
        understood(regime, vocabulary()[regime]["inputs"], mapped("inputs", inputs)),
        find=parameter,
        act=cited(act),
        as_of=as_of,
        trace=trace,
    )
    try:
        with np.errstate(divide="raise"):
            return {name: plain_value(value) for name, value in known[regime].answer(given).items()}
    except (OverflowError, ValueError):
        raise _beyond(regime, "too large to compute with", "a smaller one") from None
    except ArithmeticError:
        raise _beyond(regime, "0, by which nothing can be divided", "1 or more") from None


def _beyond(regime: str, value: str, wanted: str) -> WrongInput:
    return WrongInput(field="inputs", name=f"an input of {regime}", value=value, wanted=wanted)


def verdicts(content: bytes, *, today: date | None = None) -> Iterator[Verdict]:
    """The verdict of every case of a file, each as it comes. Raises Unreadable or NotCases at once."""
    for case in cases(content):
        if isinstance(case, BrokenCase):
            yield Verdict(case.id, "", Outcome.UNSUPPORTED, {}, {}, {}, UnreadableCase(what=case.why))
        else:
            yield check(case, today=today)


def check(case: Mapping[Any, Any], *, today: date | None = None) -> Verdict:
    """Whether a case comes out as it says. What nobody can answer or judge is UNSUPPORTED with its reason: a
    regime or a key nobody knows, a value of the wrong shape, an expectation in prose alone, and whatever else
    goes wrong with this one case.

    ``today``: the day whose law a case is judged by that names neither act nor day; the verdict notes it.
    """
    id_, regime, expected = str(case.get("id", "")), str(case.get("regime", "")), case.get("expected")
    try:
        return _judged(case, id_, regime, today)
    except Problem as refused:
        problem = refused
    except Exception as fault:
        problem = NotComputed(fault=f"{type(fault).__name__}: {fault}")
    said = expected if isinstance(expected, Mapping) else {}
    return Verdict(id_, regime, Outcome.UNSUPPORTED, said, {}, {}, problem)


def _judged(case: Mapping[Any, Any], id_: str, regime: str, today: date | None) -> Verdict:
    expected = mapped("expected", case.get("expected"))
    shapes = vocabulary().get(regime, {}).get("expected", {})
    judged = {key: value for key, value in expected.items() if not _in_words(shapes.get(key), value)}
    notes = {key: value for key, value in expected.items() if key not in judged}
    got, assumed = _answered(case, regime, today)
    if assumed is not None:
        notes["law_of"] = assumed
    lacking = [key for key in judged if key not in got]
    if lacking:
        problem = NoAnswer(field=lacking[0], name=lacking[0], regime=regime, known=", ".join(got))
        return Verdict(id_, regime, Outcome.UNSUPPORTED, judged, got, notes, problem)
    if not judged:
        return Verdict(id_, regime, Outcome.UNSUPPORTED, judged, got, notes, NothingToJudge())
    shown = {key: _meant(shapes.get(key), judged[key], got, key) for key in judged}
    right = all(same(shapes.get(key), judged[key], shown[key]) for key in judged)
    return Verdict(id_, regime, Outcome.PASS if right else Outcome.FAIL, judged, shown, notes)


def _in_words(shape: Any, expected: Any) -> bool:
    """Whether an expectation is prose; where its shape has a ``form``, whatever is written otherwise."""
    form = shape.get("form") if isinstance(shape, dict) else None
    return shape == "prose" if form is None else re.fullmatch(form, str(expected)) is None


def _meant(shape: Any, expected: Any, got: Mapping[str, Any], key: str) -> Any:
    """The answer to a key. One that jurists use for two things names the other with ``also``: what is
    expected of either is held against that one.
    """
    also: str = shape.get("also", key) if isinstance(shape, dict) else key
    return got[also] if also in got and same(shape, expected, got[also]) else got[key]


def _answered(case: Mapping[Any, Any], regime: str, today: date | None) -> tuple[dict[str, Any], date | None]:
    """What the regime answers, and the day whose law had to be assumed for it."""
    inputs, act, as_of = case.get("inputs"), case.get("law"), case.get("as_of")
    day = None if as_of is None else read_value("as_of", "date", as_of)
    try:
        return compute(regime, inputs, act=act, as_of=day), None
    except MissingInput as missing:
        if missing.field != "as_of" or act is not None or today is None:
            raise
    return compute(regime, inputs, as_of=today), today


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
    """Whether two values mean the same by their shape: 0.71 and 71/100, ``80%`` and ``0.80``, ``50.600.000``
    and that amount, ``31/12/2026`` and that day. Texts are what stands there.

    Raises the Problem that stands where a regime has no answer for want of an input.
    """
    if isinstance(got, Problem):
        raise got
    if isinstance(expected, list) and isinstance(got, list):
        items = shape.get("items") if isinstance(shape, dict) else None
        return len(expected) == len(got) and all(
            same(items, one, other) for one, other in zip(expected, got, strict=True)
        )
    if isinstance(expected, dict) and isinstance(got, dict):
        keys = shape.get("keys", {}) if isinstance(shape, dict) else {}
        return all(key in got and same(keys.get(key), part, got[key]) for key, part in expected.items())
    return _alike(expected, got) or any(
        _alike(spelled(kind, expected), spelled(kind, got)) for kind in (kinds(shape) if shape else ())
    )


def _alike(expected: Any, got: Any) -> bool:
    if isinstance(expected, bool) or isinstance(got, bool):
        return expected is got
    if isinstance(expected, int | float) and isinstance(got, int | Fraction) and not isinstance(got, Month):
        return Fraction(str(expected)) == got
    return str(expected) == str(got)
