"""One table says what the number of a unit is; pages and the command line read it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.units import READINGS, Kind


def test_every_unit_can_be_read() -> None:
    assert set(READINGS) == set(Unit)


@pytest.mark.parametrize(
    ("unit", "count", "kind", "amount"),
    [
        (Unit.PPM, 45_000, Kind.SHARE, "4.5"),
        (Unit.BILLIONTHS, 3_750_000, Kind.SHARE, "0.375"),
        (Unit.MILLIONTHS_OF_DONG, 66_000_500_001, Kind.MONEY, "66000.500001"),
        (Unit.HALF_YEARS, 45, Kind.TIME, "270"),
        (Unit.HALF_DAYS, 3, Kind.DAYS, "1.5"),
        (Unit.THOUSANDTHS, 4_980, Kind.NUMBER, "4.98"),
    ],
)
def test_an_amount_is_exact(unit: Unit, count: int, kind: Kind, amount: str) -> None:
    reading = READINGS[unit]
    assert (reading.kind, reading.amount(count)) == (kind, Decimal(amount))
