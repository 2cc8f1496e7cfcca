"""What several benefits' inputs and results are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.law.shared.average_quantities import AVERAGES
from vssid.domain.values.problem import marked

QUANTITIES = {
    "female": Quantity(marked("Sex"), Unit.YES_NO, {0: marked("male"), 1: marked("female")}),
    "wage": Quantity(marked("Wage or income contributions are paid on, a month"), Unit.DONG),
    "average": Quantity(marked("Average of the adjusted wages, a month"), Unit.DONG),
    "months": Quantity(marked("Months contributed"), Unit.TIME),
    "years_contributed": Quantity(marked("Full years contributed"), Unit.YEARS),
    "half_years": Quantity(marked("Years contributed, counted in halves"), Unit.HALF_YEARS),
    "half_years_before_2014": Quantity(marked("Years before 2014, counted in halves"), Unit.HALF_YEARS),
    "half_years_from_2014": Quantity(marked("Years from 2014, counted in halves"), Unit.HALF_YEARS),
    "months_before_2014": Quantity(marked("Months contributed before 2014"), Unit.TIME),
    "months_from_2014": Quantity(marked("Months contributed from 2014"), Unit.TIME),
    "days": Quantity(marked("Days"), Unit.DAYS),
    "amount": Quantity(marked("Amount"), Unit.DONG),
    **AVERAGES,
}
