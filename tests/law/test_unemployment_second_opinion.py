"""The rules of unemployment insurance against the second reading of the articles, on invented dismissals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from tests.environment.nights import NIGHT
from tests.law import careers
from tests.law.naive import unemployment as naive
from vssid.domain.law.benefits.unemployment.course import kept, reserved
from vssid.domain.law.benefits.unemployment.entitlement import entitled, file_by
from vssid.domain.law.benefits.unemployment.formula import cap, duration, monthly, odd_months, total
from vssid.domain.law.benefits.unemployment.reasons import Reason
from vssid.domain.law.engine.exact import Truth, Whole, truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.parameters import parameter
from vssid.domain.values.months import Month

HOW_MANY = 100_000 if NIGHT else 3_000
ALL = list(careers.dismissals(seed=2026, count=HOW_MANY))
GROUPS = {
    # as amended by Decree 61/2020: the second reading does not know the time before odd months were kept
    "the old law": (
        Law(date(2025, 12, 31), parameter),
        [one for one in ALL if one.day < naive.LAW_74],
    ),
    "the new law": (Law(naive.LAW_74, parameter), [one for one in ALL if one.day >= naive.LAW_74]),
}
People = list[careers.Dismissal]


def numbers(people: People, of: Callable[[careers.Dismissal], int]) -> Whole:
    return whole([int(of(one)) for one in people])


def truths(people: People, of: Callable[[careers.Dismissal], bool]) -> Truth:
    return truth([of(one) for one in people])


def ended(people: People) -> Whole:
    return numbers(people, lambda one: one.day.toordinal())


@pytest.fixture(params=GROUPS)
def group(request: pytest.FixtureRequest) -> tuple[Law, People]:
    return GROUPS[request.param]


def is_new(law: Law) -> bool:
    return law.on >= naive.LAW_74


def agree(people: People, ours: Any, theirs: list[int]) -> None:
    differing = np.flatnonzero(np.asarray(ours) != np.asarray(theirs))
    assert [(people[place], int(ours[place]), theirs[place]) for place in differing[:5]] == []


def test_there_are_people_of_every_kind() -> None:
    for law, people in GROUPS.values():
        kinds = Counter((one.state_scale, one.region, one.paid > 144) for one in people)
        assert len(kinds) == 2 * 4 * 2, law.on


def test_how_much_and_for_how_long(group: tuple[Law, People]) -> None:
    law, people = group
    theirs = [
        naive.benefit(
            new_law=is_new(law),
            average=Fraction(sum(one.wages), len(one.wages)),
            paid=one.paid,
            termination=one.day,
            last_month=one.last_month,
            region=one.region,
            state_scale=one.state_scale,
        )
        for one in people
    ]
    paid = numbers(people, lambda one: one.paid)
    most = cap(
        law,
        contract_ended_on=ended(people),
        last_month_contributed=numbers(people, lambda one: Month.containing(one.last_month)),
        wage_region=numbers(people, lambda one: one.region),
        state_scale=truths(people, lambda one: one.state_scale),
    )
    due = monthly(
        law,
        wages_averaged=numbers(people, lambda one: sum(one.wages)),
        months_averaged=whole(6),
        benefit_cap=most,
    )
    months = duration(law, months=paid)
    agree(people, most, [one.cap for one in theirs])
    agree(people, due.sixty_percent, [one.raw for one in theirs])
    agree(people, due.unemployment_benefit, [one.monthly for one in theirs])
    agree(people, months, [one.months for one in theirs])
    agree(people, odd_months(law, months=paid), [one.kept for one in theirs])
    in_all = total(law, unemployment_benefit=due.unemployment_benefit, benefit_months=months)
    agree(people, in_all, [one.total for one in theirs])


def test_who_is_entitled(group: tuple[Law, People]) -> None:
    law, people = group
    theirs = [
        naive.eligible(
            new_law=is_new(law),
            contract_months=one.contract_months,
            in_last_24=one.in_last_24,
            in_last_36=one.in_last_36,
            lawful=one.lawful,
            drawing_pension=one.pensioner and not is_new(law),
            eligible_for_pension=one.pensioner,
            termination=one.day,
            filed=one.filed,
        )
        for one in people
    ]
    ours = entitled(
        law,
        contract_months=numbers(people, lambda one: one.contract_months or 0),
        months_in_last_24=numbers(people, lambda one: one.in_last_24),
        months_in_last_36=numbers(people, lambda one: one.in_last_36),
        left_unlawfully=truths(people, lambda one: not one.lawful),
        draws_pension=truths(people, lambda one: one.pensioner and not is_new(law)),
        could_draw_pension=truths(people, lambda one: one.pensioner),
        applied_in_time=numbers(people, lambda one: one.filed.toordinal())
        <= file_by(law, contract_ended_on=ended(people)),
    )
    assert 0 < sum(theirs) < len(theirs)
    agree(people, ours, [int(one) for one in theirs])


def test_what_an_early_end_keeps(group: tuple[Law, People]) -> None:
    law, people = group
    theirs = [
        naive.kept_after_early_end(
            new_law=is_new(law),
            paid=one.paid,
            received=one.received,
            kept_already=True,
            reported=one.reported,
        )
        for one in people
    ]
    paid = numbers(people, lambda one: one.paid)
    ours = kept(
        law,
        months=paid,
        benefit_months_received=numbers(people, lambda one: one.received),
        odd_months=odd_months(law, months=paid),
        reserved=reserved(
            law,
            end_reason=whole(Reason.NEW_JOB),
            end_reported=truths(people, lambda one: one.reported),
        ),
    )
    agree(people, ours, theirs)
