"""What the averages' inputs and results are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

AVERAGES = {
    "year": Quantity(marked("Year of contribution"), Unit.CALENDAR_YEAR),
    "joined": Quantity(marked("First month of compulsory insurance"), Unit.MONTH),
    "coefficient": Quantity(marked("Coefficient of the State scale"), Unit.THOUSANDTHS),
    "adjusted": Quantity(marked("Wages or income after adjustment"), Unit.HUNDREDTHS_OF_DONG),
    "last_months": Quantity(marked("Last months that count"), Unit.TIME),
    "employer_total": Quantity(marked("Adjusted wages decided by employers, total"), Unit.HUNDREDTHS_OF_DONG),
    "employer_months": Quantity(marked("Months on wages decided by employers"), Unit.TIME),
    "state_total": Quantity(
        marked("Wages on the State scale as counted now, total"), Unit.HUNDREDTHS_OF_DONG
    ),
    "state_months": Quantity(marked("Months on the State scale"), Unit.TIME),
    "window_total": Quantity(
        marked("Wages of the last months on the State scale that count, total"), Unit.HUNDREDTHS_OF_DONG
    ),
    "window_months": Quantity(marked("Last months on the State scale that count"), Unit.TIME),
    "voluntary_total": Quantity(marked("Adjusted voluntary income, total"), Unit.HUNDREDTHS_OF_DONG),
    "voluntary_months": Quantity(marked("Months of voluntary insurance"), Unit.TIME),
    "average_total": Quantity(
        marked("Wages and income counted for the average, total"), Unit.HUNDREDTHS_OF_DONG
    ),
    "support_day": Quantity(marked("Day of the month supported"), Unit.DATE),
    "support_group": Quantity(
        marked("Group of the State support"),
        Unit.CODE,
        {
            0: marked("without support"),
            1: marked("poor household"),
            2: marked("island commune"),
            3: marked("near-poor household"),
            4: marked("ethnic minority"),
            5: marked("everyone else"),
        },
    ),
    "poverty_line": Quantity(marked("Poverty line of the countryside, a month"), Unit.DONG),
    "state_support": Quantity(marked("State support of the month"), Unit.MILLIONTHS_OF_DONG),
    "average_months": Quantity(marked("Months the total is divided by"), Unit.TIME),
}
