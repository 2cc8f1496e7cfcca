"""Wages and contribution rates of a month, as the law has them, as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from vssid.domain.law.engine.parameter import Entry
from vssid.domain.law.parameters import parameter
from vssid.domain.values.months import Month
from vssid.project.demo.seed.randomness import Ints
from vssid.project.demo.seed.tables import settings_of

FIRST_LAW = Month.of(2007, 1)
CAP_MULTIPLE = 20
"""The wage counts up to 20 base salaries (bhxh, bhyt, tnld) or 20 regional minimum wages (bhtn)."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A value that changes at given months: ``steps`` ascending, ``values`` one (or one row) a step."""

    steps: Ints
    values: Ints

    def at(self, months: Ints) -> Ints:
        """The values in force in ``months``; months before the first step get the first value."""
        return self.values[np.maximum(np.searchsorted(self.steps, months, side="right") - 1, 0)]


@cache
def base_salary() -> Dated:
    """Base salary in đồng a month."""
    return _of_law("base_salary")


@cache
def minimum_wage() -> Dated:
    """Regional minimum wage in đồng a month: each value is the row of regions I to IV.

    Before October 2011, when enterprises of the country and of abroad had wages of their own, by a list.
    """
    before = settings_of("minimum_wages")["minimum_wage"]
    regions = [_of_law(f"regional_minimum_wage.{region}") for region in ("I", "II", "III", "IV")]
    steps = np.unique(np.concatenate([region.steps for region in regions]))
    since = np.stack([region.at(steps) for region in regions], axis=1)
    earlier = [Month.parse(entry["since"]) for entry in before]
    return Dated(
        np.concatenate([np.array(earlier, dtype=np.int64), steps]),
        np.concatenate([np.array([entry["value"] for entry in before], dtype=np.int64), since]),
    )


_RATES = {
    ("bhxh", "employee"): ("rates_vn_employee.pension_survivor.employee",),
    ("bhxh", "employer"): ("rates_vn_employee.bhxh.employer",),
    ("bhxh", "foreign_employee"): ("rates_foreign_employee.pension_survivor.employee",),
    ("bhxh", "foreign_employer"): (
        "rates_foreign_employee.pension_survivor.employer",
        "rates_foreign_employee.sickness_maternity.employer",
    ),
    ("bhyt", "employee"): ("rates_vn_employee.bhyt.employee",),
    ("bhyt", "employer"): ("rates_vn_employee.bhyt.employer",),
    ("bhtn", "employee"): ("rates_vn_employee.bhtn.employee",),
    ("bhtn", "employer"): ("rates_vn_employee.bhtn.employer",),
    ("tnld", "employer"): ("rates_vn_employee.work_accident.employer",),
}
_RELIEVED = {
    ("bhtn", "employer"): "employer_rate_overrides.bhtn",
    ("tnld", "employer"): "employer_rate_overrides.work_accident",
}


@cache
def rate(fund: str, payer: str, *, state: bool = False) -> Dated:
    """Contribution rate in ten-thousandths; ``payer`` employee, employer, foreign_employee, foreign_employer.

    ``state`` picks the employers paid from the State budget, who kept paying when others were relieved.
    """
    parts = [_of_law(name) for name in _RATES.get((fund, payer), ())]
    relief = parameter(_RELIEVED[fund, payer]).entries if not state and (fund, payer) in _RELIEVED else ()
    cuts = [part.steps for part in parts] + [_span(entry) for entry in relief]
    steps = np.unique(np.concatenate([np.zeros(1, dtype=np.int64), *cuts]))
    values = sum((_since_its_fund(part, steps) for part in parts), 0 * steps) // 100
    for entry in relief:
        first, after = _span(entry)
        values = np.where((first <= steps) & (steps < after), entry.value // 100, values)
    return Dated(steps, values)


def _since_its_fund(part: Dated, steps: Ints) -> Ints:
    """Nothing before a fund began; the funds of the first law pay by their first rate before it too."""
    began = part.steps[0] if part.steps[0] > FIRST_LAW else 0
    return np.where(steps < began, 0, part.at(steps))


def _of_law(name: str) -> Dated:
    """A figure of the law by the month in which it begins, in its own unit."""
    entries = parameter(name).entries
    months = [Month.containing(entry.since) for entry in entries]
    return Dated(np.array(months, dtype=np.int64), np.array([entry.value for entry in entries]))


def _span(entry: Entry) -> Ints:
    """The first month of a figure that ends, and the first one after it."""
    assert entry.until is not None  # noqa: S101 - a relief of some months
    return np.array([Month.containing(entry.since), Month.containing(entry.until) + 1], dtype=np.int64)


def rate_text(ten_thousandths: int) -> str:
    """``800`` -> ``"0.08"``, ``50`` -> ``"0.005"``, ``0`` -> ``"0"``."""
    text = f"{ten_thousandths / 10_000:.4f}".rstrip("0").rstrip(".")
    return text or "0"
