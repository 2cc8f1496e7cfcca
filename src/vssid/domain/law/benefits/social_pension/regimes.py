"""Worked cases of the social pension."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vssid.domain.law.benefits.social_pension.formula import amount
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.regimes import Given, regime


@regime("social_pension")
def social_pension(given: Given) -> Mapping[str, Any]:
    return {
        "amount": amount(
            given.law(),
            age=whole(given["age"]),
            poor=truth(given.get("near_poor", False)),
            other_pension=whole(given.get("pension", 0)),
            requested=truth(given.get("requested", True)),
        )
    }
