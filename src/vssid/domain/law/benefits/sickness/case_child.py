"""Worked cases of a sick child's parents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from vssid.domain.law.benefits.sickness.formula import child_limit
from vssid.domain.law.benefits.sickness.workdays import by_year, weekly, working_days
from vssid.domain.law.engine.exact import whole
from vssid.domain.law.engine.regimes import Given, regime
from vssid.domain.law.engine.vocabulary import first_and_last

Leave = tuple[date, date]


@regime("sick_child")
def sick_child(given: Given) -> Mapping[str, Any]:
    """Both parents may be absent on the same days: each has days of his own."""
    answer: dict[str, int] = {}
    if "children" in given:
        answer["days"] = _of_several(given, _leaves("children", given["children"]))
    if "both_parents" in given:
        each = _paid(given, [first_and_last("both_parents", given["both_parents"])])
        answer |= {"days": each, "mother_days": each, "father_days": each}
    for parent in ("mother", "father"):
        if parent in given:
            answer[f"{parent}_days"] = _paid(given, _leaves(parent, given[parent]))
    alone = {"mother", "father"} & set(given)
    if "days" not in answer and len(alone) == 1:
        answer["days"] = answer[f"{alone.pop()}_days"]
    return answer


def _leaves(name: str, said: Sequence[Sequence[date]]) -> list[Leave]:
    return [first_and_last(f"{name}[{place}]", leave) for place, leave in enumerate(said, 1)]


def _of_several(given: Given, leaves: Sequence[Leave]) -> int:
    """One day of leave is paid once however many children are ill; each child has days of its own."""
    together = len({day for leave in leaves for day in _working(given, leave)})
    return min(together, sum(_paid(given, [leave]) for leave in leaves))


def _paid(given: Given, leaves: Iterable[Leave]) -> int:
    """Of one child in all its leaves, each calendar year up to the limit of the age."""
    days = {day for leave in leaves for day in _working(given, leave)}
    if "child_age" not in given or not days:
        return len(days)
    law = given.law(min(days))
    most = int(child_limit(law, child_age=whole(given["child_age"]))[0])
    return sum(min(count, most) for count in by_year(days).values())


def _working(given: Given, leave: Leave) -> list[date]:
    return working_days(*leave, weekly(given.get("weekly_rest")))
