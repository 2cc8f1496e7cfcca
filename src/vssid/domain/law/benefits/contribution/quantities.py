"""What the inputs and results of contributions are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.law.shared.regions import REGIONAL
from vssid.domain.values.problem import marked

QUANTITIES = {
    **REGIONAL,
    "foreigner": Quantity(marked("Foreign employee"), Unit.YES_NO),
    "private_employer": Quantity(marked("Employer outside the State budget"), Unit.YES_NO),
    "reduced_accident_rate": Quantity(marked("Employer with a reduced accident rate"), Unit.YES_NO),
    "highest_base": Quantity(marked("Highest contribution salary, a month"), Unit.DONG),
    "lowest_base": Quantity(marked("Lowest contribution salary, a month"), Unit.DONG),
    "social_base": Quantity(marked("Contribution salary for social and health insurance"), Unit.DONG),
    "unemployment_base": Quantity(marked("Contribution salary for unemployment insurance"), Unit.DONG),
    "employee_pension_rate": Quantity(marked("Rate for pension, employee"), Unit.PPM),
    "employee_health_rate": Quantity(marked("Rate for health insurance, employee"), Unit.PPM),
    "employee_unemployment_rate": Quantity(marked("Rate for unemployment insurance, employee"), Unit.PPM),
    "employer_pension_rate": Quantity(marked("Rate for pension, employer"), Unit.PPM),
    "employer_sickness_rate": Quantity(marked("Rate for sickness and maternity, employer"), Unit.PPM),
    "employer_accident_rate": Quantity(marked("Rate for work accidents, employer"), Unit.PPM),
    "employer_health_rate": Quantity(marked("Rate for health insurance, employer"), Unit.PPM),
    "employer_unemployment_rate": Quantity(marked("Rate for unemployment insurance, employer"), Unit.PPM),
    "employee_pension": Quantity(marked("For pension, employee"), Unit.DONG),
    "employee_health": Quantity(marked("For health insurance, employee"), Unit.DONG),
    "employee_unemployment": Quantity(marked("For unemployment insurance, employee"), Unit.DONG),
    "employee_in_all": Quantity(marked("Employee, all funds"), Unit.DONG),
    "employer_pension": Quantity(marked("For pension, employer"), Unit.DONG),
    "employer_sickness": Quantity(marked("For sickness and maternity, employer"), Unit.DONG),
    "employer_accident": Quantity(marked("For work accidents, employer"), Unit.DONG),
    "employer_health": Quantity(marked("For health insurance, employer"), Unit.DONG),
    "employer_unemployment": Quantity(marked("For unemployment insurance, employer"), Unit.DONG),
    "employer_in_all": Quantity(marked("Employer, all funds"), Unit.DONG),
    "contribution_month": Quantity(marked("Month contributed for"), Unit.MONTH),
    "cycle_months": Quantity(marked("Months paid together"), Unit.MONTHS),
    "pay_by": Quantity(marked("Last day on which the employer pays in time"), Unit.DATE),
    "received": Quantity(marked("Received from the employer"), Unit.DONG),
    "owed_health": Quantity(marked("Owed for health insurance"), Unit.DONG),
    "owed_health_interest": Quantity(marked("Owed for paying health insurance late"), Unit.DONG),
    "owed_unemployment": Quantity(marked("Owed for unemployment insurance"), Unit.DONG),
    "owed_unemployment_interest": Quantity(marked("Owed for paying unemployment insurance late"), Unit.DONG),
    "owed_accident": Quantity(marked("Owed for work accidents"), Unit.DONG),
    "owed_accident_interest": Quantity(marked("Owed for paying the accident fund late"), Unit.DONG),
    "owed_social": Quantity(marked("Owed for social insurance"), Unit.DONG),
    "owed_social_interest": Quantity(marked("Owed for paying social insurance late"), Unit.DONG),
    "to_health": Quantity(marked("Goes to health insurance"), Unit.DONG),
    "to_health_interest": Quantity(marked("Goes to late payment of health insurance"), Unit.DONG),
    "to_unemployment": Quantity(marked("Goes to unemployment insurance"), Unit.DONG),
    "to_unemployment_interest": Quantity(marked("Goes to late payment of unemployment insurance"), Unit.DONG),
    "to_accident": Quantity(marked("Goes to the accident fund"), Unit.DONG),
    "to_accident_interest": Quantity(marked("Goes to late payment of the accident fund"), Unit.DONG),
    "to_social": Quantity(marked("Goes to social insurance, late payment included"), Unit.DONG),
}
