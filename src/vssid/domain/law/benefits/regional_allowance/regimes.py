"""Worked cases of the regional allowance."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from vssid.domain.law.benefits.regional_allowance.formula import lump_sum
from vssid.domain.law.engine.exact import whole
from vssid.domain.law.engine.regimes import Given, regime
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput


@regime("regional_allowance")
def regional_allowance(given: Given) -> Mapping[str, Any]:
    """Without a base salary that of the day of the law."""
    law = given.law()
    thousandths = sum(_of(given, number, period) for number, period in enumerate(given["periods"], 1))
    base = given["base_salary"] if "base_salary" in given else law.figure("base_salary")
    return {"amount": lump_sum(law, coefficient_months=whole(thousandths), base_salary=whole(base))}


def _of(given: Given, number: int, period: Mapping[str, Any]) -> int:
    """Thousandths of a coefficient, as often as there are months."""
    path = f"periods[{number}]"
    for name in ("coefficient", "months"):
        if name not in period:
            raise MissingInput(field=f"{path}.{name}", regime=given.regime, name=f"{path}.{name}")
    thousandths: Fraction = period["coefficient"] * 1000
    if thousandths.denominator != 1:
        name = f"{path}.coefficient"
        said = repr(float(period["coefficient"]))
        raise WrongInput(field=name, name=name, value=said, wanted="at most three decimals, such as 0.7")
    return int(thousandths) * int(period["months"])
