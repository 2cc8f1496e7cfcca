"""What the inputs and results of survivors' benefits are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "months_compulsory": Quantity(marked("Compulsory months"), Unit.TIME),
    "months_voluntary": Quantity(marked("Voluntary months"), Unit.TIME),
    "work_death": Quantity(marked("Death by a work accident or occupational disease"), Unit.YES_NO),
    "pensioner": Quantity(marked("Received a pension"), Unit.YES_NO),
    "funeral_due": Quantity(marked("The funeral grant is due"), Unit.YES_NO),
    "funeral_grant": Quantity(marked("Funeral grant"), Unit.DONG),
    "monthly_due": Quantity(marked("Relatives may receive monthly benefits"), Unit.YES_NO),
    "is_child": Quantity(marked("Child"), Unit.YES_NO),
    "is_spouse": Quantity(marked("Wife or husband"), Unit.YES_NO),
    "relative_age": Quantity(marked("Age of the relative in full years"), Unit.AGE_IN_YEARS),
    "relative_impairment": Quantity(marked("Impairment of the relative"), Unit.PERCENT),
    "own_income": Quantity(marked("Own income a month"), Unit.DONG),
    "relative_qualifies": Quantity(marked("The relative meets the conditions"), Unit.YES_NO),
    "without_carer": Quantity(marked("Without anyone who cares directly"), Unit.YES_NO),
    "deaths": Quantity(marked("Insured people who died"), Unit.COUNT),
    "survivor_rate": Quantity(marked("Share of the base salary or reference level"), Unit.PPM),
    "survivors_monthly": Quantity(marked("Survivor benefits a month"), Unit.DONG),
    "may_choose": Quantity(marked("May choose the lump sum"), Unit.YES_NO),
    "has_compulsory": Quantity(marked("Has compulsory months"), Unit.YES_NO),
    "lump_months": Quantity(marked("Months in the lump sum"), Unit.PPM),
    "pension_months_received": Quantity(marked("Months of pension received"), Unit.MONTHS),
    "of_a_month": Quantity(marked("Average or pension of a month"), Unit.DONG),
    "income": Quantity(marked("Chosen income a month"), Unit.DONG),
    "survivors_lump_sum": Quantity(marked("Survivors' lump sum"), Unit.DONG),
}
