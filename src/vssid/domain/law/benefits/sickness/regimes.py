"""Worked cases of sickness."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, NoReturn

from vssid.domain.law.benefits.sickness import case_child
from vssid.domain.law.benefits.sickness.formula import (
    LAW_2024,
    continued_rate,
    full_rate,
    limit,
    long_leave,
    part_days,
    within_limit,
)
from vssid.domain.law.benefits.sickness.pay import base_wage, by_days, by_months
from vssid.domain.law.benefits.sickness.workdays import by_year, working_days
from vssid.domain.law.engine.exact import Whole, truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.regimes import Given, regime
from vssid.domain.law.engine.vocabulary import WrongInput, first_and_last
from vssid.domain.values.rates import PPM

CHILD = case_child.sick_child
"""Registered by its own module."""

ARMED = frozenset({"army", "police", "armed_forces"})
DAYS_OF_A_MONTH = 30
"""A case that tells a long leave only in days means months of thirty."""

Answer = dict[str, Any]


@dataclass(frozen=True)
class Facts:
    """``leave``: its first and last day. ``years``: full years paid. ``rate`` in parts per million.

    ``most``: days of a year, None where there is no limit or the years are unknown.
    """

    law: Law
    leave: tuple[date, date] | None
    years: int | None
    rate: int
    most: int | None
    long_illness: bool
    wage: Whole | None

    @property
    def old_long_illness(self) -> bool:
        return self.long_illness and self.law.on < LAW_2024


@regime("sickness")
def sickness(given: Given) -> Mapping[str, Any]:
    facts = _facts(given)
    answer: Answer = {"rate": Fraction(facts.rate, PPM)}
    if facts.wage is not None:
        answer["base_wage"] = facts.wage
    if facts.most is not None:
        answer["max_days"] = facts.most
    if facts.long_illness:
        answer |= _first_and_then(given, facts)
    if facts.old_long_illness:
        return answer | _by_the_month(given, facts)
    return answer | _by_the_day(given, facts)


def _facts(given: Given) -> Facts:
    leave = _leave(given)
    law = given.law(leave[0] if leave else given.get("accident"))
    years = given.get("contribution_years")
    if years is None and "contribution_months" in given:
        years = given["contribution_months"] // 12
    work = given.get("conditions_at_leave", "normal")
    most = None
    if years is not None and work not in ARMED:
        hazardous = truth(work != "normal")
        most = int(limit(law, years_contributed=whole(years), hazardous_at_leave=hazardous)[0])
    after = bool(given.get("long_term_after_limit"))
    return Facts(
        law=law,
        leave=leave,
        years=years,
        rate=_rate(given, law, years, armed=work in ARMED, after=after),
        most=most,
        long_illness=after or bool(given.get("long_term_list")),
        wage=_wage(given, law, leave),
    )


def _leave(given: Given) -> tuple[date, date] | None:
    if "leave" in given:
        return first_and_last("leave", given["leave"])
    if "accident" in given and "leave_until" in given:
        return first_and_last("leave_until", [given["accident"], given["leave_until"]])
    return None


def _rate(given: Given, law: Law, years: int | None, *, armed: bool, after: bool) -> int:
    if "rate" in given:
        return int(given["rate"] * PPM)
    if after and not armed:
        return int(continued_rate(law, years_contributed=whole(_known(given, years)))[0])
    return int(full_rate(law, armed_forces=truth(armed))[0])


def _known(given: Given, years: int | None) -> int:
    return int(given["contribution_years"]) if years is None else years


def _wage(given: Given, law: Law, leave: tuple[date, date] | None) -> Whole | None:
    """In the month of joining the wage registered for it; a case with one wage means that one."""
    named = [given[name] for name in ("wage", "registered_wage") if name in given]
    if not named:
        return None
    begins = leave[0] if leave else given.get("accident")
    joined = given.get("joined")
    first = "joined" in given and (
        begins is None or (begins.year, begins.month) == (joined.year, joined.month)
    )
    return base_wage(
        law,
        wage_before=whole(named[0]),
        registered_wage=whole(named[-1]),
        first_month=truth(first),
    )


def _first_and_then(given: Given, facts: Facts) -> Answer:
    """A new bout of the illness has the first days again, and the time paid as its end."""
    answer: Answer = {}
    if facts.law.on >= LAW_2024:
        return {"first_days": facts.most} if facts.most is not None else {}
    answer["first_days"] = facts.law.figure("sickness.long_illness_days")
    if facts.years is not None:
        answer["then_months"] = given.get("contribution_months", facts.years * 12)
    return answer


def _by_the_day(given: Given, facts: Facts) -> Answer:
    """Half days throughout, for the law of 2024 counts parts of a day."""
    asked = _asked(given, facts)
    if asked is None:
        return {}
    answer: Answer = {"counted_days": _halves(sum(asked.values()))}
    if facts.leave:
        answer["days"] = answer["counted_days"]
    after = bool(given.get("long_term_after_limit"))
    within = sum(asked.values()) if facts.most is None or after else _within(given, facts, asked)
    over = sum(asked.values()) - within if facts.long_illness else 0
    answer["paid_days"] = _halves(within + over)
    rate_after = _rate_after(given, facts) if over else whole(0)
    if over and not within:
        answer["rate"] = Fraction(int(rate_after[0]), PPM)
    if facts.wage is not None:
        answer["amount"] = by_days(
            facts.law,
            sick_wage=facts.wage,
            sick_half_days=whole(within),
            sick_rate=whole(facts.rate),
            half_days_after=whole(over),
            rate_after=rate_after,
        )
    return answer


def _rate_after(given: Given, facts: Facts) -> Whole:
    """What a long illness goes on with; a rate that the case gives holds throughout."""
    if "rate" in given:
        return whole(facts.rate)
    return continued_rate(facts.law, years_contributed=whole(facts.years or 0))


def _halves(half_days: int) -> Fraction | int:
    return half_days // 2 if half_days % 2 == 0 else Fraction(half_days, 2)


def _asked(given: Given, facts: Facts) -> Mapping[int, int] | None:
    """Half days asked for by calendar year; the year is 0 where none is told."""
    if "absences_in_days" in given:
        if facts.law.on < LAW_2024:
            _refuse_parts_of_days(given)
        parts = whole([int(part * PPM) for part in given["absences_in_days"]])
        return {0: int(part_days(facts.law, absence=parts).sum())}
    for name in ("requested_days", "days"):
        if name in given:
            return {0: 2 * given[name]}
    if facts.leave is None:
        return None
    rests = set(given.get("weekly_rest_days", []))
    worked = by_year(working_days(*facts.leave, rests.__contains__))
    return {year: 2 * count for year, count in worked.items()}


def _refuse_parts_of_days(given: Given) -> NoReturn:
    raise WrongInput(
        field="absences_in_days",
        name="absences_in_days",
        value=", ".join(str(float(part)) for part in given["absences_in_days"]),
        wanted=f"days or requested_days: parts of a day count since {LAW_2024}",
    )


def _within(given: Given, facts: Facts, asked: Mapping[int, int]) -> int:
    """What was used counts in the year the leave begins; the next year begins anew."""
    used = given.get("used_days_this_year", 0)
    total = 0
    for year in sorted(asked):
        total += int(
            within_limit(
                facts.law,
                asked_half_days=whole(asked[year]),
                sick_limit=whole(facts.most or 0),
                used_days=whole(used),
            )[0]
        )
        used = 0
    return total


def _by_the_month(given: Given, facts: Facts) -> Answer:
    """180 calendar days at the full rate; then at the lower one, for no longer than was paid."""
    first = 0 if given.get("long_term_after_limit") else facts.law.figure("sickness.long_illness_days")
    if facts.leave:
        begin, end = facts.leave
        change = begin + timedelta(first)
        whole_leave = _months(facts.law, begin, end)
        parts = [_months(facts.law, begin, min(end, change - timedelta(1)))] if first else [(0, 0)]
        parts.append(_months(facts.law, change, end) if change <= end else (0, 0))
        answer: Answer = {"days": (end - begin).days + 1}
    elif "days" in given or "requested_days" in given:
        days = given["days"] if "days" in given else given["requested_days"]
        whole_leave = divmod(days, DAYS_OF_A_MONTH)
        parts = [divmod(min(days, first), DAYS_OF_A_MONTH), divmod(max(days - first, 0), DAYS_OF_A_MONTH)]
        answer = {"paid_days": days}
    else:
        return {}
    answer |= {"months": whole_leave[0], "odd_days": whole_leave[1]}
    if facts.wage is not None:
        answer["amount"] = _pay(given, facts, facts.wage, parts)
    return answer


def _months(law: Law, begin: date, end: date) -> tuple[int, int]:
    found = long_leave(law, leave_from=whole(begin.toordinal()), leave_to=whole(end.toordinal()))
    return int(found.sick_months[0]), int(found.odd_days[0])


def _pay(given: Given, facts: Facts, wage: Whole, parts: list[tuple[int, int]]) -> Whole:
    """Of the time at the full rate and of that after it, at once."""
    (months, odd), after = parts
    months_after, odd_after, rate_after = _after(given, facts, *after)
    return by_months(
        facts.law,
        sick_wage=wage,
        sick_months=whole(months),
        odd_days=whole(odd),
        sick_rate=whole(facts.rate),
        months_after=whole(months_after),
        odd_days_after=whole(odd_after),
        rate_after=rate_after,
    )


def _after(given: Given, facts: Facts, months: int, odd: int) -> tuple[int, int, Whole]:
    """For no longer than was paid; the years are needed only where it goes on."""
    if not months + odd:
        return 0, 0, whole(0)
    most = given.get("contribution_months", 12 * _known(given, facts.years))
    if months >= most:
        months, odd = most, 0
    return months, odd, _rate_after(given, facts)
