"""What the product computes against the second reading of the articles."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.law.naive import figures, unemployment
from vssid.domain.ledger.entry import Fund, Spell, Status
from vssid.domain.ledger.months import Ledger
from vssid.domain.ledger.unemployment_kept import BenefitTime, kept_months
from vssid.domain.values.months import Month

ENDED = date(2026, 3, 1)
"""The first benefit month begins."""


@pytest.mark.parametrize("received", range(1, 13))
def test_unemployment_months_kept_when_a_benefit_ends_early(received: int) -> None:
    drawn = BenefitTime(ENDED, figures.month_after(ENDED, received) - timedelta(days=1))
    for paid in (12, 13, 23, 24, 35, 36, 37, 47, 48, 71, 72, 100, 143, 144, 145, 156, 170):
        spell = Spell(1, Fund.BHTN, Month.of(2026, 2).plus(1 - paid), Month.of(2026, 2), Status.PAID)
        expected = unemployment.kept_after_early_end(
            new_law=True, paid=paid, received=received, kept_already=False, reported=True
        )
        assert kept_months(Ledger.of([spell]), [drawn]).kept == expected, paid
