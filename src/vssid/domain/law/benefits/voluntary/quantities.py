"""What the voluntary scheme's inputs and results are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "chosen_income": Quantity(marked("Income chosen, a month"), Unit.DONG),
    "months_paid": Quantity(marked("Months paid at once"), Unit.MONTHS),
    "supported_months": Quantity(marked("Months the State supports"), Unit.TIME),
    "months_supported_before": Quantity(marked("Months supported before"), Unit.TIME),
    "years_paid": Quantity(marked("Years paid ahead"), Unit.YEARS),
    "months_remaining": Quantity(marked("Months not yet used"), Unit.MONTHS),
    "monthly_yield": Quantity(marked("Yield of the fund a month, of the year before"), Unit.BILLIONTHS),
    "state_support_paid": Quantity(marked("State support of the months not yet used"), Unit.DONG),
    "own_contribution": Quantity(marked("Contribution to be paid"), Unit.DONG),
    "refund": Quantity(marked("Amount given back"), Unit.DONG),
}
