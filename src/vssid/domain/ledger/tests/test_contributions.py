from __future__ import annotations

from dataclasses import replace

import pytest

from vssid.domain.ledger.contributions import Sum, contributions
from vssid.domain.ledger.entry import Fund, Scale, Spell, Status
from vssid.domain.values.months import Month

PAID = Spell(
    1,
    Fund.BHXH,
    Month.of(2025, 12),
    Month.of(2026, 1),
    Status.PAID,
    "AB",
    scale=Scale.EMPLOYER,
    salary=10_000_000,
    rate_employee_ppm=80_000,
    rate_employer_ppm=170_000,
)


def test_each_month_counts_in_its_year_at_the_delivered_rates() -> None:
    month = Sum(800_000, 1_700_000)
    assert contributions([PAID], vietnamese=True) == {(2025, Fund.BHXH): month, (2026, Fund.BHXH): month}


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.PAID])
def test_what_was_not_paid_is_no_contribution(status: Status) -> None:
    assert contributions([replace(PAID, status=status)], vietnamese=True) == {}


def test_a_missing_rate_is_the_law_s_and_the_month_says_so() -> None:
    spell = replace(PAID, first=Month.of(2012, 1), last=Month.of(2012, 1), rate_employee_ppm=None)
    assert contributions([spell], vietnamese=True) == {(2012, Fund.BHXH): Sum(700_000, 1_700_000, by_law=1)}


def test_nothing_is_guessed() -> None:
    bare = replace(PAID, last=PAID.first, rate_employee_ppm=None, rate_employer_ppm=None)
    unknown = Sum(unknown=1)
    during_relief = Month.of(2021, 8)
    cases = [
        (replace(bare, salary=None), True),
        (bare, False),  # a foreign worker
        (replace(bare, scale=None), True),
        (replace(bare, employer_code=""), True),
        (replace(bare, first=Month.of(2006, 1), last=Month.of(2006, 1)), True),  # no figure on file
        (replace(bare, fund=Fund.TNLD, first=during_relief, last=during_relief), True),
        (replace(bare, fund=Fund.BHYT, scale=Scale.VOLUNTARY, employer_code=""), True),
    ]
    for spell, vietnamese in cases:
        assert list(contributions([spell], vietnamese=vietnamese).values()) == [unknown], spell


def test_a_voluntary_payer_pays_alone() -> None:
    spell = replace(
        PAID,
        last=PAID.first,
        scale=Scale.VOLUNTARY,
        employer_code="",
        rate_employee_ppm=None,
        rate_employer_ppm=None,
    )
    assert contributions([spell], vietnamese=True) == {(2025, Fund.BHXH): Sum(2_200_000, 0, by_law=1)}
