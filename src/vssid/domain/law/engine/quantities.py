"""What the inputs and results of rules are called on a screen, and what their whole numbers count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vssid.domain.law.engine.parameter import Unit


@dataclass(frozen=True, slots=True)
class Quantity:
    """``label``: English, marked for the translators. ``words``: of a code, by its number, marked too."""

    label: str
    unit: Unit
    words: Mapping[int, str] = field(default_factory=dict)
