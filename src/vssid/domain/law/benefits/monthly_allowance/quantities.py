"""What the monthly allowance's inputs and results are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "months_until_social_pension": Quantity(marked("Months until the age of the social pension"), Unit.TIME),
    "social_pension": Quantity(marked("Social pension a month"), Unit.DONG),
    "allowance_months": Quantity(marked("Months the contributions are worth"), Unit.TIME),
    "monthly_allowance": Quantity(marked("Monthly allowance"), Unit.DONG),
    "once_for_gap": Quantity(marked("What may be paid in for the months that are missing"), Unit.DONG),
}
