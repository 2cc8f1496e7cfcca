"""What the inputs and results of the rise of pensions are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "retired_before_1995": Quantity(marked("Retired before 1995"), Unit.YES_NO),
    "indexed_2022": Quantity(marked("Had the rise of January 2022"), Unit.YES_NO),
    "named_by_decree": Quantity(marked("A pension the decree names"), Unit.YES_NO),
    "raised": Quantity(marked("Pension after the rise, a month"), Unit.DONG),
}
