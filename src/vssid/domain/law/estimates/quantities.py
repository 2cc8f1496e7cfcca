"""What estimates suppose and answer, beside the quantities of the rules."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

WAYS_TO_PAY = {
    1: marked("as an employee"),
    2: marked("on the State's scale, at the latest coefficient"),
    3: marked("voluntarily, on a chosen income"),
}
"""As :mod:`.retirement` counts them."""

QUANTITIES = {
    "more": Quantity(marked("Years still to be paid"), Unit.YEARS),
    "more_months": Quantity(marked("Months beside those years"), Unit.MONTHS),
    "paid_how": Quantity(marked("How it is paid"), Unit.CODE, WAYS_TO_PAY),
    "yearly_raise": Quantity(marked("Raise each January above prices"), Unit.PERCENT),
    "gap": Quantity(marked("Months without contributions first"), Unit.MONTHS),
    "months_then": Quantity(marked("Time contributed by then"), Unit.TIME),
    "months_missing": Quantity(marked("Time still missing for a pension"), Unit.TIME),
    "until_age": Quantity(marked("Drawn until the age of"), Unit.AGE_IN_YEARS),
    "withdrawal_now": Quantity(marked("Lump sum, if it may be withdrawn today"), Unit.DONG),
    "pension_since": Quantity(marked("Pension drawn since"), Unit.MONTH),
    "pension_in_all": Quantity(marked("Pension in all until that age"), Unit.DONG),
    "months_to_even": Quantity(
        marked("Drawn so long, the pension has brought as much as the lump sum"), Unit.TIME
    ),
    "even_age": Quantity(marked("Age at which the pension has brought as much as the lump sum"), Unit.AGE),
    "average_wage": Quantity(marked("Average wage of the last six months"), Unit.DONG),
    "contract_ends": Quantity(marked("Last day of work"), Unit.DATE),
    "birth": Quantity(marked("Expected day of birth"), Unit.DATE),
    "goes_on": Quantity(marked("Paying goes on until the birth"), Unit.YES_NO),
    "mother_without": Quantity(marked("The mother has no grant of her own"), Unit.YES_NO),
    "voluntary_in_window": Quantity(
        marked("Voluntary months paid in the twelve before the birth"), Unit.MONTHS
    ),
    "short_contract": Quantity(marked("Contract of 1 to under 12 months"), Unit.YES_NO),
    "record_to": Quantity(marked("Last month insured through work on record"), Unit.MONTH),
    "income": Quantity(marked("Chosen income a month"), Unit.DONG),
    "months_at_once": Quantity(marked("Months paid at once"), Unit.MONTHS),
    "state_adds": Quantity(marked("The State adds"), Unit.DONG),
    "lowest_income": Quantity(marked("Lowest income that may be chosen"), Unit.DONG),
    "highest_income": Quantity(marked("Highest income that may be chosen"), Unit.DONG),
    "five_years": Quantity(marked("Five years of health insurance in a row"), Unit.YES_NO),
    "left_to_exemption": Quantity(
        marked("Own shares after this visit until nothing more is to be paid this year"), Unit.DONG
    ),
}
