"""The ages of Decree 135/2020/NĐ-CP, appendix I and II, by month of birth."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.parameters import parameter
from vssid.domain.law.shared.retirement import normal_age, retirement_month
from vssid.domain.values.months import Month

LAW = Law(date(2026, 7, 1), parameter)
births = st.integers(int(Month.of(1930, 1)), int(Month.of(2010, 12)))

APPENDIX_I = {
    # first month of birth: years and months
    False: {
        "1900-01": (60, 0), "1961-01": (60, 3), "1961-10": (60, 6), "1962-07": (60, 9), "1963-04": (61, 0),
        "1964-01": (61, 3), "1964-10": (61, 6), "1965-07": (61, 9), "1966-04": (62, 0),
    },
    True: {
        "1900-01": (55, 0), "1966-01": (55, 4), "1966-09": (55, 8), "1967-05": (56, 0), "1968-01": (56, 4),
        "1968-09": (56, 8), "1969-05": (57, 0), "1970-01": (57, 4), "1970-09": (57, 8), "1971-05": (58, 0),
        "1972-01": (58, 4), "1972-09": (58, 8), "1973-05": (59, 0), "1974-01": (59, 4), "1974-09": (59, 8),
        "1975-05": (60, 0),
    },
}  # fmt: skip


def expected_age(female: bool, birth: int) -> int:
    rows = [(int(Month.parse(first)), age) for first, age in APPENDIX_I[female].items()]
    years, months = next(age for first, age in reversed(rows) if birth >= first)
    return 12 * years + months


def reached(female: bool, birth: int, below: int = 0) -> int:
    found = retirement_month(LAW, female=truth(female), birth_month=whole(birth), years_below=whole(below))
    return int(found.item())


@pytest.mark.parametrize("female", [False, True])
def test_every_month_of_birth_has_the_age_of_the_appendix(female: bool) -> None:
    births = np.arange(int(Month.of(1940, 1)), int(Month.of(2000, 1)))
    found = normal_age(LAW, female=np.full(births.shape, female), birth_month=births)
    assert found.tolist() == [expected_age(female, birth) for birth in births.tolist()]


@pytest.mark.parametrize("day", [date(2016, 1, 1), date(2020, 12, 31), date(2035, 1, 1)])
def test_the_age_is_of_the_birth_and_not_of_the_day_asked(day: date) -> None:
    birth = whole(int(Month.of(1965, 6)))
    assert normal_age(Law(day, parameter), female=truth(False), birth_month=birth) == 738


@pytest.mark.parametrize("below", [0, 5, 10])
@pytest.mark.parametrize("female", [False, True])
def test_a_lowered_age_is_below_the_age_of_the_year_it_is_reached_in(female: bool, below: int) -> None:
    """Appendix II is appendix I, born five years later."""
    births = np.arange(int(Month.of(1962, 1)), int(Month.of(1990, 1)))
    found = retirement_month(
        LAW,
        female=np.full(births.shape, female),
        birth_month=births,
        years_below=np.full(births.shape, below),
    )
    name = "retirement_age.female" if female else "retirement_age.male"
    for birth, reached_in in zip(births.tolist(), found.tolist(), strict=True):
        as_if = birth - 12 * below
        assert reached_in == as_if + expected_age(female, as_if)
        of_the_year = parameter(name).entry(max(Month(reached_in).last_day, date(2016, 1, 1))).value
        assert reached_in - birth == of_the_year - 12 * below


@given(st.lists(st.tuples(st.booleans(), births, st.sampled_from([0, 5, 10])), min_size=1, max_size=20))
def test_each_alone_is_as_all_together_and_who_is_younger_never_retires_earlier(
    people: list[tuple[bool, int, int]],
) -> None:
    female, birth, below = (np.array(column) for column in zip(*people, strict=True))
    together = retirement_month(LAW, female=female, birth_month=birth, years_below=below).tolist()
    assert together == [reached(*person) for person in people]
    for sex, born, years in people:
        assert reached(sex, born, years) < reached(sex, born + 1, years)
