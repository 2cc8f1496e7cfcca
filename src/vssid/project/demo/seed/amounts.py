"""What the seed pays and charges: formulas of benefits that do not follow the law yet.

They are plausible, not the law: ceilings, special groups and transitional rules are left out. Money in đồng.
"""

from __future__ import annotations

import numpy as np

from vssid.project.demo.seed.randomness import Bools, Floats, Ints


def sickness(wage: Ints, days: Ints) -> Ints:
    """75 % of a 24th of the wage for each working day."""
    return wage * 75 * days // 2400


def maternity(wage: Ints, base: Ints, months: int) -> Ints:
    """The wage for the months of leave and two base salaries for the child."""
    return wage * months + 2 * base


def convalescence(base: Ints, days: Ints) -> Ints:
    """30 % of the base salary a day."""
    return base * 3 * days // 10


def unemployment(wage: Ints, minimum_wage: Ints) -> Ints:
    """60 % of the wage a month, at most five regional minimum wages."""
    return np.minimum(wage * 6 // 10, 5 * minimum_wage)


def lump_sum(wage: Ints, months: Ints) -> Ints:
    """Two months' wages for each year, the whole for at least three months."""
    return wage * 2 * np.maximum(months, 3) // 12


def work_injury(base: Ints, impairment: Ints) -> Ints:
    """Five base salaries at 5 % impairment and half a one for each further per cent."""
    return base * (10 + (impairment - 5)) // 2


def pension(average_wage: Ints, years: Ints, *, female: Bools) -> Ints:
    """45 % of the average for 15 years (men 20), 2 % for each further year, at most 75 %; years of 10 on."""
    rate = np.clip(45 + 2 * (years - np.where(female, 15, 20)), 40, 75)
    return average_wage * rate // 100 // 100 * 100


def charge(rng: np.random.Generator, low: Floats, high: Floats, step: int = 10) -> Ints:
    """A unit price between ``low`` and ``high``, in steps of ``step`` đồng."""
    return (low + (high - low) * rng.random(low.size)).astype(np.int64) // step * step + step
