from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.law.benefits.contribution.payment import allocation, deadline
from vssid.domain.law.cases import compute
from vssid.domain.law.engine.exact import Whole, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.parameters import parameter
from vssid.domain.values.dated import NotInForce
from vssid.domain.values.months import Month

NAMES = (
    "owed_health",
    "owed_health_interest",
    "owed_unemployment",
    "owed_unemployment_interest",
    "owed_accident",
    "owed_accident_interest",
    "owed_social",
    "owed_social_interest",
)


@pytest.mark.parametrize(
    ("month", "cycle", "by"),
    [
        ("2024-02", 1, "2024-02-29"),
        ("2025-06", 1, "2025-06-30"),
        ("2025-07", 1, "2025-08-31"),
        ("2026-01", 1, "2026-02-28"),
        ("2026-12", 1, "2027-01-31"),
        ("2026-01", 3, "2026-04-30"),
        ("2026-03", 3, "2026-04-30"),
        ("2026-04", 3, "2026-07-31"),
        ("2026-06", 6, "2026-07-31"),
        ("2026-07", 6, "2027-01-31"),
        ("2025-01", 6, "2025-06-30"),
    ],
)
def test_by_when(month: str, cycle: int, by: str) -> None:
    of = Month.parse(month)
    law = Law(of.first_day, parameter)
    found = deadline(law, contribution_month=whole(of), cycle_months=whole(cycle))
    assert found == date.fromisoformat(by).toordinal()


@pytest.mark.parametrize(
    ("method", "by"),
    [
        ("monthly", "2026-08-31"),
        ("1 month", "2026-08-31"),
        ("quarterly", "2026-10-31"),
        ("every 3 months", "2026-10-31"),
        ("three_months", "2026-10-31"),
        ("half-yearly", "2027-01-31"),
        ("6 months", "2027-01-31"),
        ("six_months", "2027-01-31"),
    ],
)
def test_ways_of_paying(method: str, by: str) -> None:
    answer = compute("payment_deadline", {"month": "2026-07", "method": method})
    assert answer == {"deadline": date.fromisoformat(by)}


def spread(owed: list[int], received: int, law: Law | None = None) -> list[int]:
    amounts: dict[str, Whole] = {name: whole(amount) for name, amount in zip(NAMES, owed, strict=True)}
    found = allocation(law or Law(date(2026, 4, 30), parameter, Trace()), received=whole(received), **amounts)
    return [int(part[0]) for part in found]


OWED = [100, 10, 50, 5, 20, 2, 400, 40]


@pytest.mark.parametrize(
    ("received", "goes"),
    [
        (0, [0, 0, 0, 0, 0, 0, 0]),
        (99, [99, 0, 0, 0, 0, 0, 0]),
        (101, [100, 1, 0, 0, 0, 0, 0]),
        (111, [100, 10, 1, 0, 0, 0, 0]),
        (165, [100, 10, 50, 5, 0, 0, 0]),
        (186, [100, 10, 50, 5, 20, 1, 0]),
        (600, [100, 10, 50, 5, 20, 2, 413]),
        (999, [100, 10, 50, 5, 20, 2, 440]),
    ],
)
def test_fund_after_fund(received: int, goes: list[int]) -> None:
    assert spread(OWED, received) == goes


@given(st.lists(st.integers(0, 10**12), min_size=8, max_size=8), st.integers(0, 10**13))
def test_nothing_is_lost_and_nobody_gets_more_than_owed(owed: list[int], received: int) -> None:
    goes = spread(owed, received)
    assert sum(goes) == min(received, sum(owed))
    assert all(part <= most for part, most in zip(goes, [*owed[:6], owed[6] + owed[7]], strict=True))


def test_the_order_was_written_down_for_nine_years() -> None:
    for day in (date(2017, 4, 30), date(2026, 5, 1)):
        with pytest.raises(NotInForce):
            spread(OWED, 1, Law(day, parameter))
    assert spread(OWED, 1, Law(date(2017, 5, 1), parameter))[0] == 1


def received(amount: int, **debts: int) -> dict[str, object]:
    return compute("receipt_allocation", {"date": "2026-05-01", "debts": debts, "received": amount})


def test_without_an_order_on_record_what_any_order_gives_is_answered() -> None:
    assert received(6, bhyt=9) == {**dict.fromkeys(FUNDS, 0), "bhyt": 6}
    assert received(9, bhyt=3, bhxh=4, bhxh_interest=1) == {
        **dict.fromkeys(FUNDS, 0),
        "bhyt": 3,
        "bhxh_total": 5,
    }
    assert received(3, bhxh=4, bhxh_interest=1)["bhxh_total"] == 3
    assert received(0, bhyt=3, bhtn=4) == received(5) == dict.fromkeys(FUNDS, 0)


def test_without_an_order_on_record_what_hangs_on_it_is_refused() -> None:
    for amount, debts in ((6, {"bhyt": 9, "bhyt_interest": 1}), (8, {"bhyt": 3, "bhtn": 6})):
        with pytest.raises(NotInForce):
            received(amount, **debts)
    with pytest.raises(NotInForce):
        compute("receipt_allocation", {"date": "2017-04-30", "debts": {"bhyt": 1}, "received": 1})


FUNDS = (
    "bhyt",
    "bhyt_interest",
    "bhtn",
    "bhtn_interest",
    "work_accident",
    "work_accident_interest",
    "bhxh_total",
)
