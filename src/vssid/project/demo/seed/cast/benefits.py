"""What the cast received: Lan's maternity and sickness, Hoa's pension, a former worker's unemployment."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import polars as pl

from vssid.domain.values.months import Month
from vssid.project.demo.seed.benefits.pensions import as_raised
from vssid.project.demo.seed.cast.people import number_of
from vssid.project.demo.seed.cast.places import payer_name

_PENSION_BEGAN = Month.of(2019, 6)
_FIRST_PENSION = 4_111_250
"""Hoa's first pension a month: 65 % of 6,325,000."""
_PENSION_MONTHS = 36


def benefit_rows(as_of: date) -> pl.DataFrame:
    """Rows of the kind ``benefits``."""
    ill = as_of - timedelta(days=25)
    rows = [
        _row(
            "lan",
            "0312/QĐ-BHXH",
            date(2022, 12, 8),
            "maternity",
            date(2022, 6, 1),
            date(2022, 11, 30),
            50_380_000,
        ),
        _row(
            "lan",
            "0313/QĐ-BHXH",
            date(2022, 12, 20),
            "convalescence",
            date(2022, 12, 2),
            date(2022, 12, 6),
            2_235_000,
        ),
        _row(
            "lan", "1204/QĐ-BHXH", date(2024, 5, 20), "sickness", date(2024, 5, 6), date(2024, 5, 8), 909_375
        ),
        _row(
            "lan",
            "2210/QĐ-BHXH",
            ill + timedelta(days=12),
            "sickness",
            ill,
            ill + timedelta(days=6),
            1_750_000,
        ),
    ]
    rows += [
        _row(
            "no_card",
            "0877/QĐ-TTDVVL",
            date(2020, 12, 1),
            "unemployment",
            Month.of(2020, 12).plus(month).first_day,
            Month.of(2020, 12).plus(month).last_day,
            2_820_000,
        )
        for month in range(3)
    ]
    this_month = Month.containing(as_of)
    for month in (this_month.plus(-back) for back in range(_PENSION_MONTHS - 1, -1, -1)):
        rows.append(
            _row(
                "hoa",
                "0088/QĐ-BHXH",
                date(2019, 5, 24),
                "pension",
                month.first_day,
                month.last_day,
                pension_in(month),
            )
        )
    # What is dated after today has not happened yet.
    return pl.DataFrame(rows).filter(pl.col("paid_on") <= as_of)


def pension_in(month: Month) -> int:
    """Hoa's pension of a month, đồng, after the rises of the law."""
    begun, since = np.array([_FIRST_PENSION]), np.array([_PENSION_BEGAN], dtype=np.int64)
    return int(as_raised(begun, since, month)[0, -1])


def _row(
    person: str, number: str, decided: date, regime: str, first: date, last: date, amount: int
) -> dict[str, object]:
    return {
        "insurance_number": number_of(person),
        "decision_number": number,
        "decision_date": decided,
        "regime": regime,
        "from_date": first,
        "to_date": last,
        "amount": amount,
        "paid_on": max(decided, first) + timedelta(days=4),
        "payer": payer_name(),
        "account_masked": "****4321",
        "bank": "Agribank" if person == "hoa" else "BIDV",
    }
