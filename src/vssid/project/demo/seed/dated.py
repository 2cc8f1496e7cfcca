"""Wages and contribution rates of a month: the dated lists of ``data/dated_amounts.toml`` as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from vssid.domain.values.months import Month
from vssid.project.demo.seed.randomness import Ints
from vssid.project.demo.seed.tables import settings_of

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
    return _series(settings_of("dated_amounts")["base_salary"])


@cache
def minimum_wage() -> Dated:
    """Regional minimum wage in đồng a month: each value is the row of regions I to IV."""
    return _series(settings_of("dated_amounts")["minimum_wage"])


@cache
def rate(fund: str, payer: str, *, state: bool = False) -> Dated:
    """Contribution rate in ten-thousandths; ``payer`` employee, employer, foreign_employee, foreign_employer.

    ``state`` picks the employers paid from the State budget, who kept paying when others were relieved.
    """
    for entry in settings_of("dated_amounts")["rates"]:
        if entry["fund"] == fund and entry["payer"] == payer:
            steps = entry.get("state_steps", entry["steps"]) if state else entry["steps"]
            months = [Month.parse(since) for since, _ in steps]
            return Dated(np.array(months, dtype=np.int64), np.array([value for _, value in steps]))
    zero = np.zeros(1, dtype=np.int64)
    return Dated(zero, zero)


def rate_text(ten_thousandths: int) -> str:
    """``800`` -> ``"0.08"``, ``50`` -> ``"0.005"``, ``0`` -> ``"0"``."""
    text = f"{ten_thousandths / 10_000:.4f}".rstrip("0").rstrip(".")
    return text or "0"


def _series(entries: list[dict[str, object]]) -> Dated:
    months = [Month.parse(str(entry["since"])) for entry in entries]
    return Dated(
        np.array(months, dtype=np.int64), np.array([entry["value"] for entry in entries], dtype=np.int64)
    )
