"""The four minimum-wage regions, and figures of the law that differ by them."""

from __future__ import annotations

import numpy as np

from vssid.domain.law.engine.exact import Whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

REGIONS = {1: "I", 2: "II", 3: "III", 4: "IV"}
"""As figures of the law are named by them."""
REGION_NUMBERS = {name: number for number, name in REGIONS.items()}

REGIONS_IN_WORDS = {
    1: marked("Region I"),
    2: marked("Region II"),
    3: marked("Region III"),
    4: marked("Region IV"),
}

REGIONAL = {
    "wage_region": Quantity(marked("Minimum-wage region"), Unit.CODE, REGIONS_IN_WORDS),
    "state_scale": Quantity(marked("Paid by the state scale"), Unit.YES_NO),
}


def by_region(law: Law, name: str, region: Whole, day: Whole) -> Whole:
    """The figure ``<name>.<region>`` as it stood on each day. Only regions that occur are looked up, so that
    a trace names one.
    """
    codes, days = np.broadcast_arrays(region, day)
    found = np.zeros(days.shape, np.int64)
    for code, words in REGIONS.items():
        there = codes == code
        if there.any():
            found[there] = law.figures(f"{name}.{words}", days[there])
    return found
