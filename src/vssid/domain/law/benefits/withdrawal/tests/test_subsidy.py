"""The State support that is taken off a withdrawal."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest

from vssid.domain.law.benefits.withdrawal.subsidy import state_subsidy
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.vocabulary import WrongInput
from vssid.domain.law.parameters import parameter
from vssid.domain.law.shared.voluntary_support import Group, state_support

LAW = Law(date(2026, 1, 1), parameter)


@pytest.mark.parametrize(
    ("group", "until_2017", "from_2018", "june_2025", "july_2025"),
    [
        (Group.NOBODY, 0, 0, 0, 0),
        (Group.POOR, 0, 30, 30, 50),
        (Group.ISLAND, 0, 10, 10, 50),
        (Group.NEAR_POOR, 0, 25, 25, 40),
        (Group.ETHNIC_MINORITY, 0, 10, 10, 30),
        (Group.OTHER, 0, 10, 10, 20),
    ],
)
def test_shares_by_group_and_month(
    group: Group, until_2017: int, from_2018: int, june_2025: int, july_2025: int
) -> None:
    """Per cent of 22 % of a line of one million."""
    days = [date(2017, 12, 31), date(2018, 1, 1), date(2025, 6, 30), date(2025, 7, 1)]
    got = state_support(
        LAW,
        support_day=whole([day.toordinal() for day in days]),
        support_group=np.full(4, group, np.int64),
        poverty_line=np.full(4, 1_000_000, np.int64),
    )
    shares = whole([until_2017, from_2018, june_2025, july_2025])
    assert (got == shares * 2_200 * 1_000_000).all()


def test_each_person_has_120_months_of_their_own() -> None:
    """The first has 121 supported months after one without; the second none, the third 2."""
    days = [date(2026, 1, 1).toordinal()] * 126
    added = state_subsidy(
        LAW,
        person=whole([0] * 122 + [1] * 2 + [3] * 2),
        support_day=whole(days),
        support_group=whole([Group.NOBODY] + [Group.OTHER] * 121 + [Group.NOBODY] * 2 + [Group.POOR] * 2),
        poverty_line=np.full(126, 1_500_000, np.int64),
    )
    assert added.tolist() == [120 * 66_000, 0, 0, 2 * 165_000]


def test_the_months_of_one_person_are_not_counted_for_the_next() -> None:
    added = state_subsidy(
        LAW,
        person=whole([0] * 2 + [1] * 121),
        support_day=whole([date(2026, 1, 1).toordinal()] * 123),
        support_group=whole([Group.OTHER] * 123),
        poverty_line=np.full(123, 1_500_000, np.int64),
    )
    assert added.tolist() == [2 * 66_000, 120 * 66_000]


def test_nobody() -> None:
    none = np.zeros(0, np.int64)
    assert state_subsidy(LAW, person=none, support_day=none, support_group=none, poverty_line=none).size == 0


def support(months: list[dict[str, Any]], line: Any = None, **more: Any) -> int:
    inputs: dict[str, Any] = {"months": months}
    if line is not None:
        inputs["rural_poverty_line"] = line
    total: int = compute("lump_sum_subsidy", inputs, **more)["state_subsidy"]
    return total


OVER_2022 = [{"start": "2021-12", "end": "2022-01", "group": "other"}]


@pytest.mark.parametrize(
    "line",
    [
        None,
        {2018: 700_000, 2022: 1_500_000},
        {"2018-2021": 700_000, "2022-2025": 1_500_000},
        {"2021-12": 700_000, "2022-01": 1_500_000},
        {"2022-01-01": 1_500_000, "2021-12-01": 700_000},
        {"until 2021-12": 700_000, "from 2022-01": 1_500_000},
        {"2022-01": 1_500_000},
    ],
)
def test_the_line_of_each_month_however_it_is_written(line: Any) -> None:
    assert support(OVER_2022, line) == 15_400 + 33_000


def test_one_line_for_all_months_and_no_group() -> None:
    assert support([{"start": "2021-12", "end": "2022-01"}], 1_000_000) == 44_000
    assert support([], act="2024") == 0


def test_the_law_of_the_last_month_without_an_act() -> None:
    assert support([{"start": "2026-01", "end": "2026-01", "group": "near_poor"}]) == 132_000


def test_months_in_any_order_lose_the_last_ones_after_120() -> None:
    """The 120 oldest months are supported, 10 of them since July 2025."""
    old = {"start": "2016-06", "end": "2025-06", "group": "other"}
    new = {"start": "2025-07", "end": "2028-12", "group": "other"}
    assert support([new, old], 1_000_000) == 90 * 22_000 + 30 * 44_000


def test_a_line_without_a_year_is_refused() -> None:
    with pytest.raises(WrongInput):
        support(OVER_2022, {"always": 700_000})
