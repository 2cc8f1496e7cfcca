"""What the social pension's inputs and results are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "age": Quantity(marked("Age in full years"), Unit.AGE_IN_YEARS),
    "poor": Quantity(marked("Poor or near-poor household"), Unit.YES_NO),
    "other_pension": Quantity(marked("Pension or monthly benefit received already"), Unit.DONG),
    "requested": Quantity(marked("Asked for in writing"), Unit.YES_NO),
    "social_pension": Quantity(marked("Social pension a month"), Unit.DONG),
}
