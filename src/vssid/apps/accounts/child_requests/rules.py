"""``rules.toml`` as values."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Rules:
    open_at_most: int
    asked_a_day: int
    guardians_before_second: int


@cache
def rules() -> Rules:
    return Rules(**tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")))
