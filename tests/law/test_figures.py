"""The product's own figures against the second reading, on the first and the last day of every month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.law.naive import figures, maternity, unemployment
from vssid.domain.law.parameters import value

FIRST, LAST = date(2016, 1, 1), date(2026, 12, 1)
MONTHS = [figures.month_after(FIRST, at) for at in range(figures.months_between(FIRST, LAST) + 1)]
DAYS = [day for month in MONTHS for day in (month, figures.month_after(month, 1) - timedelta(days=1))]
FROM_2025 = [day for day in DAYS if day >= figures.LAW_2024]
REGIONS = {"I": 1, "II": 2, "III": 3, "IV": 4}


def test_base_amounts() -> None:
    for day in DAYS:
        assert value("base_salary", on=day) == figures.base_salary(day), day
        assert value("rural_poverty_line", on=day) == figures.poverty_line(day), day
        assert value("maternity.lump_sum_per_child", on=day) == maternity.lump_sum(day, 1), day
        assert value("caps.bhxh_bhyt_monthly_base_max", on=day) == 20 * figures.base_salary(day), day
    for day in FROM_2025:
        assert value("reference_level", on=day) == figures.base_salary(day), day


@pytest.mark.parametrize("region", REGIONS)
def test_minimum_wages_and_what_unemployment_benefit_takes_from_them(region: str) -> None:
    for day in DAYS:
        number = REGIONS[region]
        assert value(f"regional_minimum_wage.{region}", on=day) == figures.minimum_wage(day, number), day
        most = unemployment.cap(
            new_law=day >= unemployment.LAW_74,
            termination=day,
            last_month=day,
            region=number,
            state_scale=False,
        )
        assert value(f"bhtn_benefit.monthly_cap.{region}", on=day) == most, day
        assert value("bhtn_benefit.duration_max", on=day) == unemployment.months(400), day


@pytest.mark.parametrize("sex", ["male", "female"])
def test_retirement_age_of_every_year(sex: str) -> None:
    for year in range(2016, 2041):
        for day in (date(year, 1, 1), date(year, 12, 31)):
            assert value(f"retirement_age.{sex}", on=day) == figures.age_months_of_year(sex, year), day
