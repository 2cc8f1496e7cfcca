"""What the inputs and results of maternity are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "birth_on": Quantity(marked("Day of the birth"), Unit.DATE),
    "paid_in_birth_month": Quantity(marked("The month of birth was paid"), Unit.YES_NO),
    "window_first": Quantity(marked("First of the months before the birth"), Unit.MONTH),
    "window_last": Quantity(marked("Last of the months before the birth"), Unit.MONTH),
    "paid_in_window": Quantity(marked("Months paid in the twelve before the birth"), Unit.MONTHS),
    "paid_in_two_years": Quantity(marked("Months paid in the 24 before the birth"), Unit.MONTHS),
    "paid_in_all": Quantity(marked("Months paid in all before the birth"), Unit.MONTHS),
    "bed_rest": Quantity(marked("A doctor ordered rest during the pregnancy"), Unit.YES_NO),
    "infertility_treated": Quantity(marked("Stopped work for treatment of infertility"), Unit.YES_NO),
    "qualifies": Quantity(marked("Enough months were paid"), Unit.YES_NO),
    "children": Quantity(marked("Children of this birth"), Unit.COUNT),
    "living_before": Quantity(marked("Living biological children before"), Unit.COUNT),
    "surgery": Quantity(marked("Birth by surgery"), Unit.YES_NO),
    "before_32_weeks": Quantity(marked("Born before 32 weeks"), Unit.YES_NO),
    "leave_months": Quantity(marked("Leave at birth"), Unit.MONTHS),
    "father_days": Quantity(marked("Leave of the father"), Unit.DAYS),
    "weeks": Quantity(marked("Weeks of pregnancy"), Unit.WEEKS),
    "days_after_end": Quantity(marked("Longest leave after the pregnancy ended"), Unit.DAYS),
    "counts_as_birth": Quantity(marked("Counts as a birth"), Unit.YES_NO),
    "visit_number": Quantity(marked("Which visit before this birth"), Unit.COUNT),
    "visit_days_asked": Quantity(marked("Working days asked for the visit"), Unit.DAYS),
    "hard_visit": Quantity(marked("Lives far from a doctor or is ill"), Unit.YES_NO),
    "visit_days": Quantity(marked("Working days paid for the visit"), Unit.DAYS),
    "sterilised": Quantity(marked("Sterilisation, not a coil"), Unit.YES_NO),
    "contraception_days": Quantity(marked("Longest leave for contraception"), Unit.DAYS),
    "last_wages": Quantity(marked("Wages of the last paid months, total"), Unit.DONG),
    "last_wage_months": Quantity(marked("Last paid months that count"), Unit.MONTHS),
    "maternity_average": Quantity(marked("Average of the last paid months"), Unit.DONG),
    "leave_days": Quantity(marked("Days of leave that are paid"), Unit.DAYS),
    "maternity_pay": Quantity(marked("Maternity pay"), Unit.DONG),
    "birth_grant": Quantity(marked("Grant at birth"), Unit.DONG),
    "voluntary_grant": Quantity(marked("Maternity grant of the voluntary scheme"), Unit.DONG),
}
