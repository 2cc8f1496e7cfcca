"""What estimates suppose and answer, beside the quantities of the rules."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "more": Quantity(marked("Years still to be paid"), Unit.YEARS),
    "raised": Quantity(marked("Raise each January above prices"), Unit.PERCENT),
    "gap": Quantity(marked("Months without contributions first"), Unit.MONTHS),
    "pension_a_month": Quantity(marked("Pension a month"), Unit.DONG),
    "lump_sum_on_retirement": Quantity(marked("Lump sum on retirement"), Unit.DONG),
    "months_then": Quantity(marked("Time contributed by then"), Unit.MONTHS),
    "months_missing": Quantity(marked("Time still missing for a pension"), Unit.MONTHS),
}
