"""A kept estimate asked again: whether it still comes to the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vssid.apps.estimates.selectors.kept import KeptEstimate
from vssid.domain.law.estimates.answer import Answer
from vssid.domain.law.estimates.kinds import answered


@dataclass(frozen=True, slots=True)
class Again:
    """``answer``: as it is computed now. ``changed``: what was kept and is no longer found, by the name of
    its figure; empty when every figure is the same to the đồng. What is told since is no change.
    """

    kept: KeptEstimate
    answer: Answer
    changed: Mapping[str, Any]


def asked_again(kept: KeptEstimate) -> Again:
    answer = answered(kept.kind, kept.asked)
    now = {name: _plain(value) for name, value in answer.figures.items()}
    return Again(kept, answer, {name: was for name, was in kept.answered.items() if now.get(name) != was})


def _plain(value: Any) -> Any:
    """As JSON keeps it."""
    return list(value) if isinstance(value, tuple) else value
