"""What the withdrawal's inputs and results are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "months_of_average": Quantity(marked("Months of the average, in thousandths"), Unit.THOUSANDTHS),
    "paid_total": Quantity(marked("Wages or income as paid on, total"), Unit.HUNDREDTHS_OF_DONG),
    "adjusted_total": Quantity(marked("Wages or income after adjustment, total"), Unit.HUNDREDTHS_OF_DONG),
    "contributed": Quantity(marked("What was contributed"), Unit.DONG),
    "withdrawal": Quantity(marked("Lump-sum withdrawal"), Unit.DONG),
    "withdrawal_paid": Quantity(marked("Lump-sum withdrawal to be paid"), Unit.DONG),
    "state_subsidy": Quantity(marked("State support of voluntary contributions"), Unit.DONG),
    "gravely_ill": Quantity(marked("Listed illness, or impairment of at least 81 per cent"), Unit.YES_NO),
    "person": Quantity(marked("Number of the person in the table"), Unit.COUNT),
}
