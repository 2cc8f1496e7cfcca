"""What the inputs and results of premiums are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "member": Quantity(marked("Place among the members who pay as a household"), Unit.COUNT),
    "months_covered": Quantity(marked("Months paid for at once"), Unit.MONTHS),
    "supported_group": Quantity(
        marked("Group the State supports"),
        Unit.CODE,
        {
            0: marked("Near-poor"),
            1: marked("Near-poor in a poor commune"),
            2: marked("Pupil or student"),
            3: marked("Farming household of average income"),
            4: marked("Village health worker, midwife, part-time official or artisan"),
            5: marked("Ethnic minority in a commune no longer difficult"),
            6: marked("Victim of human trafficking"),
        },
    ),
    "benefit_of_month": Quantity(marked("Unemployment benefit of the month"), Unit.DONG),
    "premium": Quantity(marked("Health-insurance premium"), Unit.DONG),
    "province": Quantity(marked("Province, by its code"), Unit.COUNT),
    "province_part": Quantity(marked("Paid by the province"), Unit.DONG),
    "state_part": Quantity(marked("Paid by the State"), Unit.DONG),
    "own_part": Quantity(marked("Paid by the insured"), Unit.DONG),
}
