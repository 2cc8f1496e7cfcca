"""The dated tables of the card (``levels.yaml``), read once and checked while reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

import yaml

from vssid.domain.law.parameters import parameter
from vssid.domain.values.dated import Dated
from vssid.domain.values.dong import Dong


class Limits(StrEnum):
    """How the limits on some medicines, devices and services touch a card."""

    NONE = "none"
    SOME = "some"
    OUTSIDE_SCOPE = "outside_scope"
    """No limits, and costs outside the scope of health insurance are paid too."""


@dataclass(frozen=True, slots=True)
class DigitLevel:
    """``percent``: share of costs within the rules that the fund pays, 0 to 100."""

    percent: int
    limits: Limits


@dataclass(frozen=True, slots=True)
class Raised:
    """Cards of ``group`` count as digit ``counts_as`` from ``since`` on."""

    group: str
    counts_as: int
    since: date


@dataclass(frozen=True, slots=True)
class Tables:
    digits: Mapping[int, Dated[DigitLevel]]
    raised: Mapping[str, Raised]
    issued_digit: Mapping[str, int]
    base_salary: Dated[Dong]


@cache
def tables() -> Tables:
    text = resources.files(__package__).joinpath("levels.yaml").read_text(encoding="utf-8")
    file: dict[str, Any] = yaml.safe_load(text)
    return Tables(
        digits=_digits(file["digits"]),
        raised={row["group"]: Raised(row["group"], row["counts_as"], row["since"]) for row in file["raised"]},
        issued_digit={code: int(digit) for digit, codes in file["groups"].items() for code in codes},
        base_salary=Dated.steps((entry.since, entry.value) for entry in parameter("base_salary").entries),
    )


def _digits(rows: Iterable[Mapping[str, Any]]) -> Mapping[int, Dated[DigitLevel]]:
    steps: dict[int, list[tuple[date, DigitLevel]]] = {}
    for row in rows:
        level = DigitLevel(row["percent"], Limits(row["limits"]))
        steps.setdefault(row["digit"], []).append((row["since"], level))
    return {digit: Dated.steps(levels) for digit, levels in steps.items()}
