"""Contribution rates that differ from those of the law for the month: told, and posted as delivered."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import polars as pl
import yaml

from vssid.apps.intake.checks import RowCheck
from vssid.domain.ledger.entry import Scale, Status
from vssid.domain.values import rates
from vssid.domain.values.months import Month

_BY_EMPLOYER = pl.col("scale").is_in([Scale.STATE.value, Scale.EMPLOYER.value])
# credited months are counted without payment, exempt ones are paid abroad: no usual rate there
_PAYABLE = pl.col("status").is_in([Status.PAID.value, Status.OWED.value, Status.DEFERRED.value])
_SENTENCE = "This is not the usual rate of the fund in from_month. It was posted as delivered; check it."


def rate_warnings() -> tuple[RowCheck, RowCheck]:
    """For spells of employees, by the rates in force in their first month."""
    return _warning("employee"), _warning("employer")


def _warning(payer: str) -> RowCheck:
    column = f"rate_{payer}_ppm"
    return RowCheck("unusual_rate", column, _BY_EMPLOYER & _PAYABLE & ~_is_usual(payer, column), _SENTENCE)


def _is_usual(payer: str, column: str) -> pl.Expr:
    """True too where no rate is on file; null where the delivered one is unknown."""
    month = pl.col("from_month")
    usual = pl.lit(value=True)
    for fund, periods in _file().items():
        for period in periods:
            lawful = [rates.parse(rate) for rate in period[payer]]
            in_force = (pl.col("fund") == fund) & (month >= int(Month.parse(str(period["since"]))))
            usual = pl.when(in_force).then(pl.col(column).is_in(lawful)).otherwise(usual)
    return usual


@cache
def _file() -> dict[str, list[dict[str, Any]]]:
    text = (
        resources.files("vssid.apps.participation").joinpath("usual_rates.yaml").read_text(encoding="utf-8")
    )
    loaded: dict[str, list[dict[str, Any]]] = yaml.safe_load(text)
    return loaded
