"""What the pension's inputs and results are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "supplement_rate": Quantity(marked("Supplement, share of the first pension"), Unit.PPM),
    "birth_month": Quantity(marked("Month of birth"), Unit.MONTH),
    "normal_age": Quantity(marked("Normal retirement age"), Unit.AGE),
    "retirement_month": Quantity(marked("Month the retirement age is reached"), Unit.MONTH),
    "years_below": Quantity(marked("Years below the normal age"), Unit.YEARS),
    "age_months": Quantity(marked("Age"), Unit.AGE),
    "early_months": Quantity(marked("Months short of the retirement age"), Unit.TIME),
    "uncut_rate": Quantity(marked("Share for the years"), Unit.PPM),
    "cut": Quantity(marked("Cut"), Unit.PPM),
    "pension_rate": Quantity(marked("Share of the average"), Unit.PPM),
    "months_compulsory": Quantity(marked("Compulsory months"), Unit.TIME),
    "months_voluntary": Quantity(marked("Voluntary months"), Unit.TIME),
    "months_hazardous": Quantity(marked("Months of hazardous work or in difficult areas"), Unit.TIME),
    "commune_woman": Quantity(marked("Woman on the staff of a commune"), Unit.YES_NO),
    "voluntary_before_2021": Quantity(marked("Joined the voluntary scheme before 2021"), Unit.YES_NO),
    "reduced_capacity": Quantity(marked("Retires with reduced capacity to work"), Unit.YES_NO),
    "impairment_percent": Quantity(marked("Reduced capacity to work"), Unit.PERCENT),
    "reached_month": Quantity(marked("Month the age of the pension is reached"), Unit.MONTH),
    "floored": Quantity(marked("Of a group with a lowest pension"), Unit.YES_NO),
    "floor": Quantity(marked("Lowest pension"), Unit.DONG),
    "computed": Quantity(marked("Pension as computed"), Unit.DONG),
    "pension": Quantity(marked("Pension a month"), Unit.DONG),
    "months_until_age": Quantity(marked("Months until the retirement age"), Unit.TIME),
    "months_after_age": Quantity(marked("Months after the retirement age"), Unit.TIME),
    "half_years_over": Quantity(marked("Years above, until the retirement age"), Unit.HALF_YEARS),
    "half_years_over_after_age": Quantity(marked("Years above, after the retirement age"), Unit.HALF_YEARS),
    "retirement_lump_sum": Quantity(marked("Lump sum on retirement"), Unit.DONG),
    "eligible": Quantity(marked("Entitled"), Unit.YES_NO),
    "enough_years": Quantity(marked("Enough years"), Unit.YES_NO),
    "impairment_required": Quantity(marked("Entitled only with reduced capacity to work"), Unit.YES_NO),
    "missing_months": Quantity(marked("Missing months that may be paid for"), Unit.MONTHS),
    "payment_month": Quantity(marked("Month of the payment"), Unit.MONTH),
    "pension_from": Quantity(marked("Pension from"), Unit.MONTH),
}
