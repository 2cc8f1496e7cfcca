from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.benefits.contribution.formula import bounds, month, unemployment_cap
from vssid.domain.law.benefits.contribution.rates import accident_rate, unemployment_rates
from vssid.domain.law.cases import compute
from vssid.domain.law.catalogue import all_rules
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.parameters import parameter, value

D = date


def law(day: date) -> Law:
    return Law(day, parameter)


def one(
    day: date,
    wage: int,
    *,
    region: int = 1,
    state: bool = False,
    foreign: bool = False,
    reduced: bool = False,
    treaty: bool = False,
) -> Any:
    return month(
        law(day),
        wage=whole(wage),
        wage_region=whole(region),
        state_scale=truth(state),
        foreigner=truth(foreign),
        private_employer=truth(not state),
        reduced_accident_rate=truth(reduced),
        treaty_exempt=truth(treaty),
    )


@pytest.mark.parametrize(
    ("day", "private", "reduced", "foreign", "ppm"),
    [
        (D(2017, 5, 31), True, True, False, 10_000),
        (D(2017, 6, 1), True, True, False, 5_000),
        (D(2018, 11, 30), True, False, True, 0),
        (D(2018, 12, 1), True, False, True, 5_000),
        (D(2020, 7, 14), True, True, False, 5_000),
        (D(2020, 7, 15), True, True, False, 3_000),
        (D(2020, 7, 15), True, True, True, 3_000),
        (D(2020, 7, 15), True, False, False, 5_000),
        (D(2021, 6, 30), True, False, False, 5_000),
        (D(2021, 7, 1), True, False, False, 0),
        (D(2021, 7, 1), False, False, False, 5_000),
        (D(2022, 6, 30), True, True, False, 0),
        (D(2022, 7, 1), True, False, False, 5_000),
        (D(2022, 7, 1), True, True, False, 3_000),
        (D(2025, 7, 1), False, True, False, 3_000),
    ],
)
def test_the_accident_fund(day: date, private: bool, reduced: bool, foreign: bool, ppm: int) -> None:
    found = accident_rate(
        law(day),
        foreigner=truth(foreign),
        private_employer=truth(private),
        reduced_accident_rate=truth(reduced),
    )
    assert found == ppm


@pytest.mark.parametrize(
    ("day", "private", "foreign", "rates"),
    [
        (D(2008, 12, 31), True, False, (0, 0)),
        (D(2009, 1, 1), True, False, (10_000, 10_000)),
        (D(2021, 9, 30), True, False, (10_000, 10_000)),
        (D(2021, 10, 1), True, False, (10_000, 0)),
        (D(2021, 10, 1), False, False, (10_000, 10_000)),
        (D(2022, 9, 30), True, False, (10_000, 0)),
        (D(2022, 10, 1), True, False, (10_000, 10_000)),
        (D(2026, 1, 1), True, True, (0, 0)),
        (D(2026, 1, 1), False, False, (10_000, 10_000)),
    ],
)
def test_unemployment_insurance(day: date, private: bool, foreign: bool, rates: tuple[int, int]) -> None:
    found = unemployment_rates(law(day), foreigner=truth(foreign), private_employer=truth(private))
    assert tuple(int(rate[0]) for rate in found) == rates


@pytest.mark.parametrize(
    ("day", "foreign", "employee", "employer"),
    [
        (D(2018, 11, 1), True, 0, 0),
        (D(2018, 12, 1), True, 0, 30_000),
        (D(2021, 12, 1), True, 0, 30_000),
        (D(2022, 1, 1), True, 80_000, 170_000),
        (D(2025, 7, 1), True, 80_000, 170_000),
        (D(2009, 12, 1), False, 50_000, 140_000),
        (D(2025, 6, 1), False, 80_000, 170_000),
        (D(2025, 7, 1), False, 80_000, 170_000),
    ],
)
def test_pension_and_sickness(day: date, foreign: bool, employee: int, employer: int) -> None:
    found = one(day, 1_000_000, foreign=foreign)
    pay = int(found.social_base[0])
    assert found.employee_pension == pay * employee // 10**6
    assert found.employer_pension + found.employer_sickness == pay * employer // 10**6


@pytest.mark.parametrize(
    ("day", "region", "state", "cap"),
    [
        (D(2014, 12, 1), 1, False, 20 * 1_150_000),
        (D(2015, 1, 1), 1, False, 20 * 3_100_000),
        (D(2015, 1, 1), 1, True, 20 * 1_150_000),
        (D(2025, 12, 1), 4, False, 20 * 3_450_000),
        (D(2025, 12, 1), 4, True, 20 * 2_340_000),
        (D(2026, 1, 1), 4, True, 20 * 3_700_000),
        (D(2026, 1, 1), 2, False, 20 * 4_730_000),
    ],
)
def test_the_cap_of_unemployment_insurance(day: date, region: int, state: bool, cap: int) -> None:
    assert unemployment_cap(law(day), wage_region=whole(region), state_scale=truth(state)) == cap


@pytest.mark.parametrize(
    ("day", "wage", "social"),
    [
        (D(2025, 6, 1), 2_339_999, 2_339_999),
        (D(2025, 7, 1), 2_339_999, 2_340_000),
        (D(2025, 7, 1), 2_340_001, 2_340_001),
        (D(2025, 7, 1), 1, 2_340_000),
        (D(2025, 7, 1), 0, 0),
        (D(2025, 7, 1), 46_800_001, 46_800_000),
        (D(2026, 7, 1), 46_800_001, 46_800_001),
    ],
)
def test_between_which_wages(day: date, wage: int, social: int) -> None:
    assert one(day, wage).social_base == social
    assert one(day, wage).unemployment_base == max(social, wage)


def test_no_act_knew_a_least_wage_for_all_before_july_2025() -> None:
    for day in (D(2007, 1, 1), D(2015, 12, 31), D(2016, 1, 1), D(2025, 6, 30)):
        assert bounds(law(day)).lowest_base == 0


def test_a_foreign_employee_has_no_wage_for_unemployment_insurance() -> None:
    assert one(D(2026, 7, 1), 30_000_000, foreign=True).unemployment_base == 0


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("contribution.month", [D(2007, 1, 1), D(2016, 1, 1), D(2025, 7, 1)]),
        ("contribution.bounds", [D(2007, 1, 1), D(2016, 1, 1), D(2025, 7, 1)]),
        ("contribution.unemployment_cap", [D(2007, 1, 1), D(2015, 1, 1), D(2026, 1, 1)]),
        ("contribution.pension_rates", [D(2007, 1, 1), D(2016, 1, 1), D(2022, 1, 1), D(2025, 7, 1)]),
        ("contribution.sickness_rate", [D(2007, 1, 1), D(2016, 1, 1), D(2018, 12, 1), D(2025, 7, 1)]),
        ("contribution.health_rates", [D(2005, 7, 1), D(2010, 1, 1), D(2025, 7, 1)]),
    ],
)
def test_each_act_governs_from_its_day(code: str, changes: list[date]) -> None:
    versions = all_rules()[code].versions
    assert [version.since for version in versions] == changes


wages = st.integers(0, 10**9)
days = st.dates(D(2009, 1, 1), D(2027, 12, 31))


@given(wages, days, st.booleans(), st.booleans(), st.booleans())
def test_totals_are_the_parts_and_nothing_exceeds_its_cap(
    wage: int, day: date, state: bool, foreign: bool, reduced: bool
) -> None:
    paid = one(day, wage, state=state, foreign=foreign, reduced=reduced)
    assert paid.employee_in_all == paid.employee_pension + paid.employee_health + paid.employee_unemployment
    assert paid.employer_in_all == (
        paid.employer_pension
        + paid.employer_sickness
        + paid.employer_accident
        + paid.employer_health
        + paid.employer_unemployment
    )
    assert paid.social_base <= value("caps.bhxh_bhyt_monthly_base_max", day)
    more = one(day, wage + 1, state=state, foreign=foreign, reduced=reduced)
    assert all(richer >= this for richer, this in zip(more, paid, strict=True))
    if not foreign:
        rate = value("rates_vn_employee.pension_survivor.employee", day)
        exact = Fraction(int(paid.social_base[0]) * rate, 10**6)
        assert paid.employee_pension == int(exact + Fraction(1, 2))


def test_many_come_out_as_each_alone_with_a_trace() -> None:
    random = Random(7)  # noqa: S311 - invented wages
    for day in (D(2016, 5, 1), D(2021, 11, 1), D(2025, 12, 1), D(2026, 7, 1)):
        people = [
            (random.randint(0, 200_000_000), random.randint(1, 4), *(random.random() < 0.4 for _ in range(5)))
            for _ in range(40)
        ]
        columns = [np.array(column) for column in zip(*people, strict=True)]
        names = (
            "wage",
            "wage_region",
            "state_scale",
            "foreigner",
            "private_employer",
            "reduced_accident_rate",
            "treaty_exempt",
        )
        together = month(law(day), **dict(zip(names, columns, strict=True)))
        for place in range(len(people)):
            traced = Law(day, parameter, Trace())
            alone = month(
                traced, **{name: column[[place]] for name, column in zip(names, columns, strict=True)}
            )
            assert [int(part[place]) for part in together] == [int(part[0]) for part in alone]


def test_the_region_is_asked_for_only_where_it_matters() -> None:
    answer = compute("contribution_month", {"month": "2026-03", "wage": 74_000_100})
    assert answer["base_bhtn"].field == answer["employee"]["total"].field == "region"
    assert answer["employee"]["bhyt"] == 702_000
    assert compute("contribution_month", {"month": "2026-03", "wage": 74_000_000})["base_bhtn"] == 74_000_000


@given(st.dates(D(2007, 1, 1), D(2027, 12, 1)))
def test_the_cap_rises_only(day: date) -> None:
    later = bounds(law(day + timedelta(days=1))).highest_base
    assert later >= bounds(law(day)).highest_base
