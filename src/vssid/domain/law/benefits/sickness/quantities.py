"""What the inputs and results of sickness are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "hazardous_at_leave": Quantity(
        marked("Hazardous work or an extremely difficult area when the leave begins"), Unit.YES_NO
    ),
    "sick_limit": Quantity(marked("Days of sickness paid in a year"), Unit.DAYS),
    "used_days": Quantity(marked("Days of sickness paid this year already"), Unit.DAYS),
    "absence": Quantity(marked("Absence, share of a working day"), Unit.PPM),
    "asked_half_days": Quantity(marked("Days of the leave"), Unit.HALF_DAYS),
    "sick_half_days": Quantity(marked("Days at the full rate"), Unit.HALF_DAYS),
    "half_days_after": Quantity(marked("Days after them"), Unit.HALF_DAYS),
    "leave_from": Quantity(marked("First day of the leave"), Unit.DATE),
    "leave_to": Quantity(marked("Last day of the leave"), Unit.DATE),
    "sick_months": Quantity(marked("Full months of the leave"), Unit.MONTHS),
    "odd_days": Quantity(marked("Odd days"), Unit.DAYS),
    "months_after": Quantity(marked("Full months after the days at the full rate"), Unit.MONTHS),
    "odd_days_after": Quantity(marked("Odd days after the days at the full rate"), Unit.DAYS),
    "armed_forces": Quantity(marked("Army or police"), Unit.YES_NO),
    "sick_rate": Quantity(marked("Share of the wage"), Unit.PPM),
    "rate_after": Quantity(marked("Share of the wage after the days at the full rate"), Unit.PPM),
    "child_age": Quantity(marked("Age of the child in full years"), Unit.AGE_IN_YEARS),
    "child_days": Quantity(marked("Days of a year for each child"), Unit.DAYS),
    "wage_before": Quantity(marked("Wage of the month before the leave"), Unit.DONG),
    "registered_wage": Quantity(marked("Wage of the first month"), Unit.DONG),
    "first_month": Quantity(marked("The leave begins in the first month of work"), Unit.YES_NO),
    "sick_wage": Quantity(marked("Wage the benefit is reckoned by"), Unit.DONG),
    "sick_pay": Quantity(marked("Sickness benefit"), Unit.DONG),
}
