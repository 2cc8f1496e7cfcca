"""What the inputs and results of unemployment insurance are called."""

from __future__ import annotations

from vssid.domain.law.benefits.unemployment.reasons import REASONS
from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.law.shared.regions import REGIONAL
from vssid.domain.values.problem import marked

QUANTITIES = {
    **REGIONAL,
    "contract_months": Quantity(marked("Months of the contract, 0 without an end"), Unit.MONTHS),
    "vietnamese": Quantity(marked("Vietnamese citizen"), Unit.YES_NO),
    "has_unemployment_insurance": Quantity(marked("Has unemployment insurance"), Unit.YES_NO),
    "contract_ended_on": Quantity(marked("Day on which the contract ended"), Unit.DATE),
    "filed_on": Quantity(marked("Day on which the complete file was handed in"), Unit.DATE),
    "file_by": Quantity(marked("Last day to apply"), Unit.DATE),
    "months_in_last_24": Quantity(marked("Months contributed of the last 24"), Unit.MONTHS),
    "months_in_last_36": Quantity(marked("Months contributed of the last 36"), Unit.MONTHS),
    "left_unlawfully": Quantity(marked("Left against the law"), Unit.YES_NO),
    "draws_pension": Quantity(marked("Draws a pension or a monthly incapacity benefit"), Unit.YES_NO),
    "could_draw_pension": Quantity(marked("Left when a pension was due"), Unit.YES_NO),
    "applied_in_time": Quantity(marked("Applied in time"), Unit.YES_NO),
    "entitled_when_unemployed": Quantity(marked("Entitled to unemployment benefit"), Unit.YES_NO),
    "last_month_contributed": Quantity(marked("Last month contributed for"), Unit.MONTH),
    "cap_day": Quantity(marked("Day whose minimum wage caps the benefit"), Unit.DATE),
    "wages_averaged": Quantity(marked("Wages of the months averaged, together"), Unit.DONG),
    "months_averaged": Quantity(marked("Months averaged"), Unit.TIME),
    "sixty_percent": Quantity(marked("Share of the average before the cap"), Unit.DONG),
    "benefit_cap": Quantity(marked("Highest unemployment benefit, a month"), Unit.DONG),
    "benefit_cap_of_the_decree": Quantity(marked("Highest unemployment benefit by the decree"), Unit.DONG),
    "unemployment_benefit": Quantity(marked("Unemployment benefit, a month"), Unit.DONG),
    "benefit_months": Quantity(marked("Months of unemployment benefit"), Unit.MONTHS),
    "odd_months": Quantity(marked("Odd months the decision keeps"), Unit.MONTHS),
    "unemployment_total": Quantity(marked("Unemployment benefit in all"), Unit.DONG),
    "benefit_months_received": Quantity(marked("Months of unemployment benefit received"), Unit.MONTHS),
    "end_reason": Quantity(marked("Why the benefit ended"), Unit.CODE, REASONS),
    "end_reported": Quantity(marked("Reported to the employment service"), Unit.YES_NO),
    "reserved": Quantity(marked("What is left is kept"), Unit.YES_NO),
    "kept_months": Quantity(marked("Months contributed that are kept"), Unit.MONTHS),
    "days_off": Quantity(marked("Weekdays that are holidays"), Unit.DATE),
    "weekend_days_worked": Quantity(marked("Weekend days that are worked"), Unit.DATE),
    "benefit_starts_on": Quantity(marked("First day of the benefit"), Unit.DATE),
    "report_missed": Quantity(marked("Report missed, by benefit month"), Unit.YES_NO),
    "month_paid": Quantity(marked("Paid, by benefit month"), Unit.YES_NO),
    "card_valid": Quantity(marked("Health insurance card valid, by benefit month"), Unit.YES_NO),
    "ended_after": Quantity(marked("Last benefit month"), Unit.TIME),
}
