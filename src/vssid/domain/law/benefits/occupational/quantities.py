"""What the inputs and results of work accidents are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "impairment": Quantity(marked("Impairment by the work accident or disease"), Unit.PERCENT),
    "by_impairment": Quantity(marked("For the impairment"), Unit.DONG),
    "by_years": Quantity(marked("For the years paid"), Unit.DONG),
    "accident_pay": Quantity(marked("Together"), Unit.DONG),
    "attendance_condition": Quantity(
        marked("Paraplegia, blindness, loss of two limbs or mental illness"), Unit.YES_NO
    ),
    "attendance": Quantity(marked("Attendance allowance a month"), Unit.DONG),
    "work_death": Quantity(marked("Death by a work accident or occupational disease"), Unit.YES_NO),
    "death_grant": Quantity(marked("Grant at death by a work accident"), Unit.DONG),
}
