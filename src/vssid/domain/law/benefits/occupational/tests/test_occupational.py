from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.benefits.occupational.formula import attendance, death, lump_sum, monthly
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.engine.vocabulary import MissingInput
from vssid.domain.law.parameters import parameter
from vssid.domain.values.dated import NotInForce

DAY = date(2026, 7, 1)


def law(day: date = DAY) -> Law:
    return Law(day, parameter)


@pytest.mark.parametrize(
    ("percent", "hundredths"), [(4, 0), (5, 500), (6, 550), (29, 1_700), (30, 1_750), (31, 0), (100, 0)]
)
def test_lump_sum_by_impairment(percent: int, hundredths: int) -> None:
    found = lump_sum(law(), impairment=whole(percent), years_contributed=whole(1), wage=whole(0))
    assert found.by_impairment == 2_530_000 * hundredths // 100
    assert found.accident_pay == found.by_impairment


@pytest.mark.parametrize(
    ("percent", "percent_of_base"), [(0, 0), (30, 0), (31, 30), (32, 32), (81, 130), (100, 168)]
)
def test_monthly_by_impairment(percent: int, percent_of_base: int) -> None:
    found = monthly(law(), impairment=whole(percent), years_contributed=whole(1), wage=whole(0))
    assert found.by_impairment == 25_300 * percent_of_base


@pytest.mark.parametrize(("years", "tenths"), [(0, 5), (1, 5), (2, 8), (3, 11), (30, 92)])
def test_for_the_years(years: int, tenths: int) -> None:
    at = {"years_contributed": whole(years), "wage": whole(10_000_000)}
    assert lump_sum(law(), impairment=whole(5), **at).by_years == tenths * 1_000_000
    assert monthly(law(), impairment=whole(31), **at).by_years == tenths * 10_000


def test_the_sum_is_rounded_once() -> None:
    found = monthly(law(date(2019, 6, 30)), impairment=whole(32), years_contributed=whole(1), wage=whole(100))
    assert (int(found.by_impairment[0]), int(found.by_years[0])) == (444_800, 1)
    assert found.accident_pay == 444_801
    half = lump_sum(law(), impairment=whole(5), years_contributed=whole(2), wage=whole(3))
    assert (int(half.by_years[0]), int(half.accident_pay[0])) == (2, 12_650_002)


def test_wages_count_up_to_twenty_base_salaries() -> None:
    for wage, counted in ((50_600_000, 50_600_000), (50_600_001, 50_600_000), (50_599_998, 50_599_998)):
        found = lump_sum(law(), impairment=whole(5), years_contributed=whole(1), wage=whole(wage))
        assert found.by_years == counted // 2


@pytest.mark.parametrize(
    ("percent", "condition", "amount"), [(80, True, 0), (81, True, 2_530_000), (81, False, 0)]
)
def test_attendance(percent: int, condition: bool, amount: int) -> None:
    found = attendance(law(), impairment=whole(percent), attendance_condition=truth(condition))
    assert found == amount


def test_grant_at_death() -> None:
    assert death(law(date(2026, 6, 30)), work_death=truth(True)) == 84_240_000
    assert death(law(), work_death=truth(True)) == 91_080_000
    assert death(law(), work_death=truth(False)) == 0
    with pytest.raises(NotInForce):
        death(law(date(2016, 6, 30)), work_death=truth(True))


@given(
    st.lists(
        st.tuples(st.integers(0, 100), st.integers(0, 45), st.integers(0, 60_000_000)), min_size=1, max_size=6
    )
)
def test_many_come_out_as_each_alone_and_more_impairment_never_pays_less(people: Any) -> None:
    percent, years, wages = (np.array(column) for column in zip(*people, strict=True))
    traced = Law(DAY, parameter, Trace())
    for rule in (lump_sum, monthly):
        found = rule(law(), impairment=percent, years_contributed=years, wage=wages)
        for at in range(len(people)):
            own = rule(
                traced,
                impairment=percent[at : at + 1],
                years_contributed=years[at : at + 1],
                wage=wages[at : at + 1],
            )
            assert own.accident_pay == found.accident_pay[at]
        longer = rule(law(), impairment=percent, years_contributed=years + 1, wage=wages)
        assert (longer.accident_pay >= found.accident_pay).all()
    more = monthly(law(), impairment=percent + 1, years_contributed=years, wage=wages)
    less = monthly(law(), impairment=percent, years_contributed=years, wage=wages)
    assert (more.accident_pay >= less.accident_pay).all()


def test_a_case_may_say_little() -> None:
    with pytest.raises(MissingInput):
        compute("occupational", {"years": 3}, act="OSH2015")
    asked = compute("occupational", {"impairment": 40, "death": "2026-07"}, act="OSH2015")
    assert asked == {"death_lump_sum": 91_080_000, "attendance": 0, "by_impairment": 1_214_400}
    assert compute("occupational", {"impairment": 5}, act="OSH2015")["by_impairment"] == 6_050_000
    none = compute("occupational", {"impairment": 4, "month": "2026-07"})
    assert none == {"attendance": 0, "by_impairment": 0, "by_years": 0, "amount": 0}
