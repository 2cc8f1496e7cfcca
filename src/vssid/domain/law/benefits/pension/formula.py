"""The rules of the pension."""

from vssid.domain.law.benefits.pension.amount import Pension, floor, has_floor, pension
from vssid.domain.law.benefits.pension.eligibility import Eligible, eligible, enough_years
from vssid.domain.law.benefits.pension.lump_sum import lump_sum, months_of_average, years_over
from vssid.domain.law.benefits.pension.rate import cut, rate, uncut
from vssid.domain.law.benefits.pension.start import (
    after_payment,
    begins,
    coal_month,
    impaired_month,
    missing_months,
)
from vssid.domain.law.benefits.pension.supplement import supplement
from vssid.domain.law.shared.retirement import normal_age, retirement_month

__all__ = [
    "Eligible",
    "Pension",
    "after_payment",
    "begins",
    "coal_month",
    "cut",
    "eligible",
    "enough_years",
    "floor",
    "has_floor",
    "impaired_month",
    "lump_sum",
    "missing_months",
    "months_of_average",
    "normal_age",
    "pension",
    "rate",
    "retirement_month",
    "supplement",
    "uncut",
    "years_over",
]
