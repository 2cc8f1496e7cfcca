"""Values that hold from one day to another: rates, levels, the meaning of a code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Generic, Self, TypeVar

from vssid.domain.values.problem import Problem, marked

T = TypeVar("T")


class NotInForce(Problem):
    code = "not_in_force"
    sentence = marked("There is no rule on record for %(day)s.")


@dataclass(frozen=True, slots=True)
class Period(Generic[T]):
    """``value`` holds from ``since`` to ``until``, both included; ``until`` None: still in force."""

    since: date
    until: date | None
    value: T

    def holds(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """One value for every day from the first ``since`` on, without hole or overlap. Made by :meth:`of`."""

    periods: tuple[Period[T], ...]

    @classmethod
    def of(cls, periods: Iterable[Period[T]]) -> Self:
        """Sorts and checks; ValueError names the first period that is inverted, overlaps or leaves a gap."""
        ordered = tuple(sorted(periods, key=lambda period: period.since))
        if not ordered:
            raise ValueError("a dated value needs at least one period")
        for period in ordered:
            if period.until is not None and period.until < period.since:
                raise ValueError(f"ends on {period.until}, before it begins on {period.since}")
        for earlier, later in pairwise(ordered):
            _refuse_unless_adjacent(earlier, later)
        return cls(ordered)

    @classmethod
    def steps(cls, values: Iterable[tuple[date, T]]) -> Self:
        """From ``(since, value)`` pairs, each in force until the day before the next, the last for good."""
        ordered = sorted(values, key=lambda step: step[0])
        ends = [since - timedelta(days=1) for since, _ in ordered[1:]]
        return cls.of(
            Period(since, until, value) for (since, value), until in zip(ordered, [*ends, None], strict=True)
        )

    def at(self, day: date) -> T:
        """The value on ``day``; raises NotInForce before the first and after a closed last period."""
        for period in reversed(self.periods):
            if period.holds(day):
                return period.value
        raise NotInForce(day=day)


def _refuse_unless_adjacent(earlier: Period[T], later: Period[T]) -> None:
    if earlier.until is None or earlier.until >= later.since:
        raise ValueError(f"the period from {earlier.since} overlaps the one from {later.since}")
    if earlier.until + timedelta(days=1) != later.since:
        raise ValueError(f"nothing holds between {earlier.until} and {later.since}")
