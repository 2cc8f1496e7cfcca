"""What the inputs and results of the lump sum on settling abroad are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "months_received": Quantity(marked("Months of pension already paid"), Unit.MONTHS),
    "pension_paid_now": Quantity(marked("Pension a month as paid now"), Unit.DONG),
    "monthly_benefit": Quantity(marked("Monthly benefit"), Unit.DONG),
    "months_of_pension": Quantity(marked("Months of pension, in thousandths"), Unit.THOUSANDTHS),
    "emigration_amount": Quantity(marked("Lump sum on settling abroad"), Unit.DONG),
}
