"""What the average's inputs and results are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "base": Quantity(marked("Base salary of the day of the benefit"), Unit.DONG),
    "scale_months": Quantity(marked("Last months that count"), Unit.TIME),
    "plain_points": Quantity(marked("Coefficients of those months, in ten-thousandths, total"), Unit.COUNT),
    "seniority_points": Quantity(
        marked(
            "Allowance for years of service in those months, in ten-thousandths of the coefficient, total"
        ),
        Unit.COUNT,
    ),
    "past_points": Quantity(
        marked(
            "Highest allowance for years of service received before, in ten-thousandths of the coefficient"
        ),
        Unit.COUNT,
    ),
    "scale_total": Quantity(marked("Wages of those months, in ten-thousandths of a đồng"), Unit.COUNT),
    "average_without_seniority": Quantity(
        marked("Average without the allowance for years of service"), Unit.DONG
    ),
    "seniority": Quantity(marked("Allowance for years of service in the average"), Unit.DONG),
    "rate": Quantity(marked("Pension rate"), Unit.PPM),
    "pension_of_average": Quantity(marked("Pension a month"), Unit.DONG),
}
