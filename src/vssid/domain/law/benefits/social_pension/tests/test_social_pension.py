from __future__ import annotations

from datetime import date

import pytest

from vssid.domain.law.benefits.social_pension.formula import amount
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.parameters import parameter

LAW = Law(date(2026, 7, 1), parameter)


@pytest.mark.parametrize(
    ("age", "poor", "other", "requested", "due"),
    [
        (74, False, 0, True, 0),
        (75, False, 0, True, 500_000),
        (75, False, 0, False, 0),
        (69, True, 0, True, 0),
        (70, True, 0, True, 500_000),
        (75, False, 499_999, True, 500_000),
        (75, False, 500_000, True, 0),
    ],
)
def test_who_receives_it(age: int, poor: bool, other: int, requested: bool, due: int) -> None:
    assert (
        amount(LAW, age=whole(age), poor=truth(poor), other_pension=whole(other), requested=truth(requested))
        == due
    )
