from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.benefits.pension_indexation.formula import raised, raised_of_some
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import MissingInput
from vssid.domain.law.parameters import parameter

RISES = [entry.since for entry in parameter("pension_indexation").entries]
days = st.one_of(
    st.sampled_from(RISES),
    st.sampled_from(RISES[1:]).map(lambda day: day - timedelta(days=1)),
    st.dates(date(2008, 1, 1), date(2027, 12, 31)),
)
amounts = st.integers(0, 10**9)


def rise(day: date, amount: int, *, early: bool = False, indexed: bool = True) -> int:
    return int(
        raised(
            Law(day, parameter),
            amount=whole(amount),
            retired_before_1995=truth(early),
            indexed_2022=truth(indexed),
        ).item()
    )


@pytest.mark.parametrize(
    ("day", "ppm"),
    [
        (date(2008, 1, 1), 200_000), (date(2008, 10, 1), 150_000), (date(2009, 5, 1), 50_000),
        (date(2010, 5, 1), 123_000), (date(2011, 5, 1), 137_000), (date(2012, 5, 1), 265_000),
        (date(2013, 7, 1), 96_000), (date(2017, 7, 1), 74_400), (date(2018, 7, 1), 69_200),
        (date(2019, 7, 1), 71_900), (date(2022, 1, 1), 74_000), (date(2023, 7, 1), 125_000),
        (date(2024, 7, 1), 150_000), (date(2026, 7, 1), 80_000),
    ],
)  # fmt: skip
def test_the_rate_of_each_decree_holds_in_its_first_month_alone(day: date, ppm: int) -> None:
    assert rise(day, 10_000_000) == 10_000_000 + 10 * ppm
    assert rise(day.replace(day=28), 10_000_000) == 10_000_000 + 10 * ppm
    if day != RISES[0]:
        assert rise(day - timedelta(days=1), 10_000_000) == 10_000_000
    assert rise(day + timedelta(days=31), 10_000_000) == 10_000_000
    assert rise(day.replace(year=day.year + 1, month=day.month % 12 + 1), 10_000_000) == 10_000_000


def test_the_same_month_of_another_year_has_no_rise() -> None:
    assert rise(date(2025, 7, 1), 10_000_000, early=True) == 10_000_000
    assert rise(date(2020, 7, 1), 10_000_000) == 10_000_000
    assert rise(date(2023, 1, 1), 1_000_000, early=True) == 1_000_000


def test_who_had_no_rise_in_2022_has_more_in_2023() -> None:
    assert rise(date(2023, 7, 1), 1_000_000, indexed=False) == 1_208_000
    assert rise(date(2023, 8, 1), 1_000_000, indexed=False) == 1_000_000
    assert rise(date(2024, 6, 30), 1_000_000, indexed=False) == 1_000_000
    assert rise(date(2024, 7, 1), 1_000_000, indexed=False) == 1_150_000
    assert rise(date(2022, 1, 1), 1_000_000, indexed=False) == 1_074_000


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        # fixed amount, last of it, lifted, the level, above: by decree
        (date(2022, 1, 1), 2_000_000, 2_348_000), (date(2022, 1, 1), 2_141_527, 2_500_000),
        (date(2022, 1, 1), 2_327_747, 2_500_000), (date(2022, 1, 1), 2_327_749, 2_500_002),
        (date(2023, 7, 1), 2_000_000, 2_550_000), (date(2023, 7, 1), 2_400_000, 3_000_000),
        (date(2023, 7, 1), 2_666_666, 3_000_000), (date(2023, 7, 1), 2_666_668, 3_000_002),
        (date(2024, 7, 1), 2_000_000, 2_600_000), (date(2024, 7, 1), 2_782_608, 3_499_999),
        (date(2024, 7, 1), 2_782_609, 3_500_000), (date(2024, 7, 1), 3_043_479, 3_500_001),
        (date(2026, 7, 1), 2_000_000, 2_460_000), (date(2026, 7, 1), 3_240_741, 3_800_000),
        (date(2026, 7, 1), 3_300_000, 3_800_000), (date(2026, 7, 1), 3_518_519, 3_800_001),
    ],
)  # fmt: skip
def test_low_pensions_of_before_1995_are_lifted(day: date, before: int, after: int) -> None:
    assert rise(day, before, early=True) == after
    assert rise(day, before) <= after


def test_before_2022_nobody_was_lifted() -> None:
    assert rise(date(2019, 7, 1), 1_000_000, early=True) == 1_071_900


@given(days, amounts, st.booleans(), st.booleans())
def test_nobody_has_less_and_nobody_overtakes(day: date, amount: int, early: bool, indexed: bool) -> None:
    less = rise(day, amount, early=early, indexed=indexed)
    assert less >= amount
    assert less <= rise(day, amount + 1, early=early, indexed=indexed)
    assert less >= rise(day, amount, early=False, indexed=indexed)


@given(days, st.lists(st.tuples(amounts, st.booleans(), st.booleans()), min_size=1, max_size=20))
def test_each_alone_is_as_all_together_and_traced_as_untraced(
    day: date, people: list[tuple[int, bool, bool]]
) -> None:
    amount, early, indexed = (np.array(column) for column in zip(*people, strict=True))
    law = Law(day, parameter)
    together = raised(law, amount=amount, retired_before_1995=early, indexed_2022=indexed)
    assert together.tolist() == [rise(day, a, early=e, indexed=i) for a, e, i in people]
    traced = raised(
        Law(day, parameter, Trace()), amount=amount, retired_before_1995=early, indexed_2022=indexed
    )
    assert traced.tolist() == together.tolist()


def test_without_more_words_a_pension_had_the_rise_of_2022_and_began_after_1994() -> None:
    found = compute("pension_indexation", {"on": "2023-07-01", "amount_previous_month": 2_000_000})
    assert found == {"amount": 2_250_000}


def test_a_day_may_come_from_outside_and_an_amount_must() -> None:
    inputs = {"amount_previous_month": 1_000_000}
    assert compute("pension_indexation", inputs, as_of=date(2026, 7, 1)) == {"amount": 1_080_000}
    with pytest.raises(MissingInput):
        compute("pension_indexation", {"on": "2023-07-01"})


@pytest.mark.parametrize("on", ["2016-01-01", "2016-01"])
def test_a_rise_for_some_pensions_alone_is_not_passed_over_in_silence(on: str) -> None:
    with pytest.raises(MissingInput) as missing:
        compute("pension_indexation", {"on": on, "amount_previous_month": 3_000_000})
    assert (missing.value.code, missing.value.field) == ("rise_of_some_pensions", "named_by_decree")
    assert "from January 2015 to April 2016" in missing.value.english()


def test_a_pension_drawn_in_december_2014_rises_in_january() -> None:
    inputs = {"on": "2015-01-15", "amount_previous_month": 3_000_000}
    assert compute("pension_indexation", inputs) == {"amount": 3_240_000}
    assert compute("pension_indexation", inputs | {"named_by_decree": False}) == {"amount": 3_000_000}


def test_in_other_months_of_those_years_nothing_rises() -> None:
    for day in (date(2015, 2, 1), date(2016, 12, 1)):
        found = raised_of_some(
            Law(day, parameter), amount=whole(3_000_000), named_by_decree=np.array([True, False])
        )
        assert found.tolist() == [3_000_000]
