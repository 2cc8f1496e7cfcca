"""What the inputs and results of the regional allowance are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "coefficient_months": Quantity(
        marked("Coefficients of the regional allowance, added up over the months"), Unit.THOUSANDTHS
    ),
    "base_salary": Quantity(marked("Base salary"), Unit.DONG),
    "regional_allowance": Quantity(marked("Sum paid once for the regional allowance"), Unit.DONG),
}
