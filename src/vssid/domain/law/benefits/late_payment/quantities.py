"""What the inputs and results of late payment are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "yield_of_a_year": Quantity(marked("Yield of the year before"), Unit.PPM),
    "rate_a_month": Quantity(marked("Rate a month"), Unit.PPM),
    "owed_in_all": Quantity(marked("Contributions owed at the end of the month before"), Unit.DONG),
    "not_yet_overdue": Quantity(marked("Of these not yet overdue"), Unit.DONG),
    "overdue": Quantity(marked("Contributions overdue"), Unit.DONG),
    "rate_of_the_months": Quantity(marked("Rates of all the months together"), Unit.PPM),
    "deadline": Quantity(marked("Last day to pay in time"), Unit.DATE),
    "paid_on": Quantity(marked("Day of payment"), Unit.DATE),
    "late_months": Quantity(marked("Months for which late payment is charged"), Unit.MONTHS),
    "late_days": Quantity(marked("Days for which late payment is charged"), Unit.DAYS),
    "late_interest": Quantity(marked("Charged for late payment"), Unit.DONG),
}
