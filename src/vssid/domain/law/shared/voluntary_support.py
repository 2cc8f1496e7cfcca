"""What the State adds to voluntary contributions, by month and group.

Decree 134/2015/NĐ-CP art. 14 from 2018; Decree 159/2025/NĐ-CP art. 5 from 2025-07-01.
"""

from __future__ import annotations

from datetime import date
from enum import IntEnum

import numpy as np

from vssid.domain.law.engine.exact import Truth, Whole, share
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked
from vssid.domain.values.rates import PPM

_SINCE = date(2016, 1, 1)
_DECREE_159 = date(2025, 7, 1)


class Group(IntEnum):
    NOBODY = 0
    """Contributes without support."""
    POOR = 1
    ISLAND = 2
    """Island communes and special zones; supported like poor households since July 2025."""
    NEAR_POOR = 3
    ETHNIC_MINORITY = 4
    OTHER = 5


RATE = {
    Group.POOR: "voluntary.support_rate.poor",
    Group.ISLAND: "voluntary.support_rate.poor",
    Group.NEAR_POOR: "voluntary.support_rate.near_poor",
    Group.ETHNIC_MINORITY: "voluntary.support_rate.ethnic_minority",
    Group.OTHER: "voluntary.support_rate.other",
}


@rule(
    "shared.state_support",
    marked("What the State adds to a month of voluntary contributions"),
    gives="state_support",
    since=_SINCE,
    article="Decree 134/2015/NĐ-CP art. 14; Decree 159/2025/NĐ-CP art. 5 and 9(2)",
)
def state_support(law: Law, *, support_day: Whole, support_group: Whole, poverty_line: Whole) -> Whole:
    """Millionths of a đồng a month, unrounded, by the figures of each ``support_day`` (an ordinal), not of
    ``law.on``.

    0 before the support began in 2018. ``poverty_line``: đồng a month, of the countryside.
    """
    rates = law.figures("voluntary.rate", support_day)
    return share(poverty_line * rates, _support_rate(law, support_day, support_group), PPM)


def _support_rate(law: Law, day: Whole, group: Whole) -> Whole:
    found = np.zeros(len(day), np.int64)
    since = law.find("voluntary.support_rate.other").entries[0].since.toordinal()
    for one, name in RATE.items():
        own = (group == one) & (day >= since)
        new: Truth = own & (day >= _DECREE_159.toordinal())
        # Decree 134/2015 knew neither islands nor ethnic minorities: they were "others"
        named = own if one in {Group.POOR, Group.NEAR_POOR, Group.OTHER} else new
        for of, figure in ((named, name), (own & ~named, RATE[Group.OTHER])):
            if of.any():
                found[of] = law.figures(figure, day[of])
    return found


def poverty_lines(law: Law, day: Whole) -> Whole:
    """The poverty line of the countryside on each day, đồng a month."""
    return law.figures("rural_poverty_line", day)
