"""What the seed pays and charges: formulas of benefits that do not follow the law yet.

They are plausible, not the law: ceilings, special groups and transitional rules are left out. Money in đồng.
"""

from __future__ import annotations

import numpy as np

from vssid.project.demo.seed.randomness import Floats, Ints


def sickness(wage: Ints, days: Ints) -> Ints:
    """75 % of a 24th of the wage for each working day."""
    return wage * 75 * days // 2400


def convalescence(base: Ints, days: Ints) -> Ints:
    """30 % of the base salary a day."""
    return base * 3 * days // 10


def work_injury(base: Ints, impairment: Ints) -> Ints:
    """Five base salaries at 5 % impairment and half a one for each further per cent."""
    return base * (10 + (impairment - 5)) // 2


def charge(rng: np.random.Generator, low: Floats, high: Floats, step: int = 10) -> Ints:
    """A unit price between ``low`` and ``high``, in steps of ``step`` đồng."""
    return (low + (high - low) * rng.random(low.size)).astype(np.int64) // step * step + step
