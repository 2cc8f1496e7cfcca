"""Worked cases of recuperation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from vssid.domain.law.benefits.recuperation.formula import (
    after_accident,
    after_birth,
    after_sickness,
    days,
    last_start,
    pay,
    pay_after_accident,
)
from vssid.domain.law.engine.exact import Whole, truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.regimes import Given, regime

_DAY = timedelta(days=1)
SEVERAL = frozenset({"multiple", "twins", "triplets"})
BY_SURGERY = frozenset({"caesarean", "surgery"})


@regime("recuperation")
def recuperation(given: Given) -> Mapping[str, Any]:
    law = given.law(_day_of_rest(given))
    kind = _kind(given)
    answer: dict[str, Any] = {}
    most = _most(given, law, kind)
    if most is not None:
        answer |= {"max_days": _left(law, most, given), "max_days_of_the_year": most}
    year = _year(given)
    if year is not None:
        answer["counted_in_year"] = year
    if most is None and "days" not in given:
        return answer | _pay(law, kind, None)
    limit = whole(law.figure("recuperation.days_of_a_year")) if most is None else most
    paid = days(
        law,
        rest_asked=whole(given["days"]) if "days" in given else limit,
        rest_limit=limit,
        rest_used=whole(given.get("already_used", 0)),
        in_time=truth(_in_time(given, law)),
    )
    return answer | {"paid_days": paid} | _pay(law, kind, paid)


def _day_of_rest(given: Given) -> date | None:
    """The day whose amount is paid; of a year alone its first, when nothing better is told."""
    if "on" in given:
        return date.fromordinal(given["on"].first_day.toordinal())
    for name in ("rest_from", "back_at_work"):
        if name in given:
            return date.fromordinal(given[name].toordinal())
    if "leave_end" in given:
        return date.fromordinal((given["leave_end"] + _DAY).toordinal())
    return date(given["year"], 1, 1) if "year" in given and not given.as_of else None


def _kind(given: Given) -> str:
    if "kind" in given:
        return str(given["kind"])
    if "birth" in given:
        return "maternity"
    return "occupational" if "impairment" in given else "sickness"


def _most(given: Given, law: Law, kind: str) -> Whole | None:
    """None when the case does not tell after what, and asks for more than after any illness."""
    if kind == "occupational":
        return after_accident(law, impairment=whole(given["impairment"]))
    if kind == "maternity":
        birth = given.get("birth", "normal")
        return after_birth(
            law,
            several_children=truth(birth in SEVERAL),
            operated=truth(birth in BY_SURGERY),
            returned_early=truth(False),
        )
    illness = given.get("last_illness", given.get("illness"))
    if illness is None and "kind" not in given and not _any_illness_gives(given, law):
        return None
    return after_sickness(
        law, long_illness=truth(illness == "long_term"), operated=truth(illness == "surgery")
    )


def _any_illness_gives(given: Given, law: Law) -> bool:
    """Whether the days asked for, with those taken, are no more than after an illness of no other kind."""
    if "days" not in given:
        return False
    return bool(given["days"] + given.get("already_used", 0) <= law.figure("recuperation.days_sick"))


def _left(law: Law, most: Whole, given: Given) -> Whole:
    """Of the days of the year those not yet taken: Circular 59/2015/TT-BLDTBXH example 11."""
    used = whole(given.get("already_used", 0))
    return (
        days(law, rest_asked=most, rest_limit=most, rest_used=used, in_time=truth(True)) if used[0] else most
    )


def _first_day_back(given: Given) -> date | None:
    if "back_at_work" in given:
        return date.fromordinal(given["back_at_work"].toordinal())
    return given["leave_end"] + _DAY if "leave_end" in given else None


def _year(given: Given) -> int | None:
    """The year in which the condition was met, even when the rest falls into the next."""
    if "leave_end" in given:
        return int(given["leave_end"].year)
    if "back_at_work" in given:
        return int(given["back_at_work"].year)
    if "year" in given:
        return int(given["year"])
    return int(given["rest_from"].year) if "rest_from" in given else None


def _in_time(given: Given, law: Law) -> bool:
    back = _first_day_back(given)
    if back is None or "rest_from" not in given:
        return True
    last = last_start(law, back_at_work=whole(back.toordinal()))
    return bool(given["rest_from"].toordinal() <= last[0])


def _pay(law: Law, kind: str, paid: Whole | None) -> dict[str, Whole]:
    rule = pay_after_accident if kind == "occupational" else pay
    answer = {"per_day": rule(law, rest_days=whole(1))}
    return answer if paid is None else answer | {"amount": rule(law, rest_days=paid)}
