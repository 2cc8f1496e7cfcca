"""What cards are like by group and digit (``levels.yaml``), read once and checked while reading.

What the fund pays of a digit and which groups count as a better one are figures of the law.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

import yaml

from vssid.domain.package_data import text_of
from vssid.domain.values.dated import Dated


class Limits(StrEnum):
    """How the limits on some medicines, devices and services touch a card."""

    NONE = "none"
    SOME = "some"
    OUTSIDE_SCOPE = "outside_scope"
    """No limits, and costs outside the scope of health insurance are paid too."""


RAISED = {
    "CN": "health_care.counts_as.near_poor",
    "LH": "health_care.counts_as.aged",
    "CT": "health_care.counts_as.aged_survivor",
}
"""For each group whose cards count as a better digit than the one printed the figure that names it."""


@dataclass(frozen=True, slots=True)
class Tables:
    limits: Mapping[int, Dated[Limits]]
    issued_digit: Mapping[str, int]


@cache
def tables() -> Tables:
    file: dict[str, Any] = yaml.safe_load(text_of(__package__, "levels.yaml"))
    return Tables(
        limits=_limits(file["digits"]),
        issued_digit={code: int(digit) for digit, codes in file["groups"].items() for code in codes},
    )


def _limits(rows: Iterable[Mapping[str, Any]]) -> Mapping[int, Dated[Limits]]:
    steps: dict[int, list[tuple[date, Limits]]] = {}
    for row in rows:
        steps.setdefault(row["digit"], []).append((row["since"], Limits(row["limits"])))
    return {digit: Dated.steps(levels) for digit, levels in steps.items()}
