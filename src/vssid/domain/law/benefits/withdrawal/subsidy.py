"""The State's support of voluntary contributions, added up: Decree 159/2025/NĐ-CP art. 9(2)."""

from __future__ import annotations

from datetime import date

import numpy as np

from vssid.domain.law.engine.exact import Whole, share, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.law.shared.voluntary_support import state_support
from vssid.domain.values.problem import marked
from vssid.domain.values.rates import PPM


@rule(
    "withdrawal.state_subsidy",
    marked("State support of all months of voluntary contributions"),
    gives="state_subsidy",
    since=date(2016, 1, 1),
    article="Decree 134/2015/NĐ-CP art. 14; Decree 159/2025/NĐ-CP art. 9(2)",
)
def state_subsidy(
    law: Law, *, person: Whole, support_day: Whole, support_group: Whole, poverty_line: Whole
) -> Whole:
    """đồng, one element for each person from 0 to the last. One line a month, sorted by ``person`` and day.

    Months after the longest support (120) add nothing; each month counts by the figures of its own day.
    """
    if not len(person):
        return np.zeros(0, np.int64)
    monthly = state_support(
        law, support_day=support_day, support_group=support_group, poverty_line=poverty_line
    )
    bounds = np.searchsorted(person, np.arange(int(person[-1]) + 2))
    supported = np.cumsum(monthly > 0)
    before = np.append(0, supported)[bounds[:-1]]
    counted = supported - before[person] <= law.figure("voluntary.supported_months_max")
    return share(_sums(where(counted, monthly, 0), bounds), 1, PPM)


def _sums(values: Whole, bounds: Whole) -> Whole:
    added: Whole = np.where(bounds[1:] > bounds[:-1], np.add.reduceat(values, bounds[:-1]), 0)
    return added
