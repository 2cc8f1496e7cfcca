"""Worked cases of the rise of pensions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vssid.domain.law.benefits.pension_indexation.formula import raised, raised_of_some, some_rise
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.regimes import Given, regime


@regime("pension_indexation")
def pension_indexation(given: Given) -> Mapping[str, Any]:
    """Whoever is not said to lack the rise of January 2022 had it. Of the rises for some pensions the case
    has to say whether this is one: those decrees were not read.
    """
    law, amount = given.law(given.get("on")), whole(given["amount_previous_month"])
    if some_rise(law):
        named = truth(given["named_by_decree"])
        return {"amount": raised_of_some(law, amount=amount, named_by_decree=named)}
    return {
        "amount": raised(
            law,
            amount=amount,
            retired_before_1995=truth(given.get("retired_before_1995", False)),
            indexed_2022=truth(given.get("indexed_2022", True)),
        )
    }
