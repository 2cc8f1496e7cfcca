"""Rules of the law: pure functions on arrays, in versions by date, each with its article.

    @rule("sickness.day", marked("One day"), gives="benefit", since=D2016, article="Law 58/2014/QH13 art. 28")
    def day(law: Law, *, wage: Whole) -> Whole:
        ...

    @day.since(D2025, article="Law 41/2024/QH15 art. 45")
    def _(law: Law, *, wage: Whole) -> Whole:
        ...

    day.restated(D2026, article="Law 41/2024/QH15 art. 45, as amended")   # the same formula, another article
    day.restated(D2027, article="Law 58/2014/QH13 art. 28", like=D2016)   # the formula of 2016 once more

``day(law, wage=…)`` runs the version in force on ``law.on`` and, when the law carries a trace, notes a
step.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, get_type_hints

from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Figure, Step, plain
from vssid.domain.values.dated import NotInForce

P = ParamSpec("P")
R = TypeVar("R")
Formula = Callable[Concatenate[Law, P], R]

_ALL: dict[str, Rule[..., Any]] = {}


@dataclass(frozen=True, slots=True)
class Version(Generic[P, R]):
    """``article``: act and article as they are cited. ``until`` is the day before the next version."""

    since: date
    article: str
    formula: Formula[P, R]
    until: date | None = None


class Rule(Generic[P, R]):
    """``code``: ``<folder>.<name>``, stable. ``words``: what it settles, English, for the translators.

    ``gives``: the quantity of its result; empty when the result is a NamedTuple, whose fields are quantities.
    """

    def __init__(self, code: str, words: str, gives: str) -> None:
        self.code, self.words, self.gives = code, words, gives
        self.versions: list[Version[P, R]] = []

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of what goes in, the same in every version."""
        return tuple(inspect.signature(self.versions[0].formula).parameters)[1:]

    @property
    def results(self) -> tuple[str, ...]:
        """The names of what comes out."""
        returned = get_type_hints(self.versions[0].formula)["return"]
        return getattr(returned, "_fields", ()) or (self.gives,)

    def since(
        self, day: date, *, article: str, until: date | None = None
    ) -> Callable[[Formula[P, R]], Rule[P, R]]:
        """Adds the version that holds from ``day`` (to ``until``, included, when nothing follows it)."""

        def add(formula: Formula[P, R]) -> Rule[P, R]:
            if self.versions and day <= self.versions[-1].since:
                raise ValueError(f"{self.code}: the versions do not ascend at {day}")
            self.versions.append(Version(day, article, formula, until))
            return self

        return add

    def restated(
        self, day: date, *, article: str, until: date | None = None, like: date | None = None
    ) -> None:
        """The formula in force so far holds on from ``day`` by another article, which its steps cite.

        ``like``: the first day of the version whose formula holds again instead; ValueError when none is.
        """
        self.since(day, article=article, until=until)(self._formula(like or self.versions[-1].since))

    def _formula(self, since: date) -> Formula[P, R]:
        for version in self.versions:
            if version.since == since:
                return version.formula
        raise ValueError(f"{self.code}: there is no version since {since}")

    def version(self, on: date) -> Version[P, R]:
        """The version in force on a day; raises NotInForce before the first and after a closed last one."""
        for version in reversed(self.versions):
            if version.since <= on:
                if version.until is not None and on > version.until:
                    break
                return version
        raise NotInForce(day=on)

    def __call__(self, law: Law, /, *args: P.args, **kwargs: P.kwargs) -> R:
        version = self.version(law.on)
        if law.trace is None:
            return version.formula(law, *args, **kwargs)
        inputs = {name: plain(value) for name, value in kwargs.items()}
        law.trace.begin(Step(self.code, self.words, version.article, version.since, law.on, inputs))
        try:
            result = version.formula(law, *args, **kwargs)
        except BaseException:
            law.trace.abandon()
            raise
        law.trace.end(self._named(result))
        return result

    def _named(self, result: Any) -> dict[str, Figure]:
        fields: tuple[str, ...] = getattr(result, "_fields", ())
        if fields:
            return {name: plain(value) for name, value in zip(fields, result, strict=True)}
        return {self.gives: plain(result)}


def rule(
    code: str, words: str, *, gives: str = "", since: date, article: str, until: date | None = None
) -> Callable[[Formula[P, R]], Rule[P, R]]:
    """Makes a rule with its first version; ValueError when the code is taken."""

    def make(formula: Formula[P, R]) -> Rule[P, R]:
        if code in _ALL:
            raise ValueError(f"two rules are called {code}")
        made: Rule[P, R] = Rule(code, words, gives)
        _ALL[code] = made
        return made.since(since, article=article, until=until)(formula)

    return make


def rules() -> Mapping[str, Rule[..., Any]]:
    """Every rule whose module has been imported, by code."""
    return MappingProxyType(_ALL)
