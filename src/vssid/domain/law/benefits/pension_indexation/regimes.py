"""Worked cases of the rise of pensions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from vssid.domain.law.benefits.pension_indexation.formula import (
    FIRST_OF_SOME,
    raised,
    raised_of_some,
    some_rise,
)
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.regimes import Given, regime
from vssid.domain.law.engine.vocabulary import MissingInput
from vssid.domain.values.months import Month
from vssid.domain.values.problem import marked


class RiseOfSomePensions(MissingInput):
    code = "rise_of_some_pensions"
    sentence = marked(
        "The rise of January 2016 is for pensions that began from January 2015 to April 2016 alone."
        " Say with %(name)s whether this is one."
    )


@regime("pension_indexation")
def pension_indexation(given: Given) -> Mapping[str, Any]:
    """Whoever is not said to lack the rise of January 2022 had it. A month alone means its first day."""
    law, amount = given.law(_day(given)), whole(given["amount_previous_month"])
    if some_rise(law):
        return {"amount": raised_of_some(law, amount=amount, named_by_decree=truth(_named(given, law)))}
    return {
        "amount": raised(
            law,
            amount=amount,
            retired_before_1995=truth(given.get("retired_before_1995", False)),
            indexed_2022=truth(given.get("indexed_2022", True)),
        )
    }


def _day(given: Given) -> date | None:
    on: date | Month | None = given.get("on")
    return on.first_day if isinstance(on, Month) else on


def _named(given: Given, law: Law) -> bool:
    """An amount of December 2014 is of a pension that had begun, which is all that the first decree asks. Of
    the second the case has to say it.
    """
    if "named_by_decree" in given:
        return bool(given["named_by_decree"])
    if law.on.year == FIRST_OF_SOME.year:
        return True
    raise RiseOfSomePensions(field="named_by_decree", regime=given.regime, name="named_by_decree")
