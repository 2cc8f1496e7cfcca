"""Worked cases of the rise of pensions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vssid.domain.law.benefits.pension_indexation.formula import raised
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.regimes import Given, regime


@regime("pension_indexation")
def pension_indexation(given: Given) -> Mapping[str, Any]:
    """Whoever is not said to lack the rise of January 2022 had it."""
    return {
        "amount": raised(
            given.law(given.get("on")),
            amount=whole(given["amount_previous_month"]),
            retired_before_1995=truth(given.get("retired_before_1995", False)),
            indexed_2022=truth(given.get("indexed_2022", True)),
        )
    }
