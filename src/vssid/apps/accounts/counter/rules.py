"""The figures of a visit, as ``visits.toml`` has them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class VisitRules:
    """``apart``: who began a reset confirms nothing for so long. ``seen_again_after``: from a change nobody
    was told of to the visit that opens the payout account."""

    lasts: timedelta
    an_hour_of_an_officer: int
    apart: timedelta
    seen_again_after: timedelta


@cache
def visit_rules() -> VisitRules:
    given = tomllib.loads(Path(__file__).with_name("visits.toml").read_text(encoding="utf-8"))
    return VisitRules(
        lasts=timedelta(minutes=given["lasts_minutes"]),
        an_hour_of_an_officer=given["an_hour_of_an_officer"],
        apart=timedelta(days=given["apart_days"]),
        seen_again_after=timedelta(hours=given["seen_again_after_hours"]),
    )
