"""The regimes a benefit can be paid under, by the code the files carry, and where each is shown.

A code that is not listed here is shown under its own name, never hidden.
"""

from __future__ import annotations

from enum import StrEnum

from vssid.domain.values.problem import marked


class BenefitGroup(StrEnum):
    """The parts the record of benefits is divided into."""

    LUMP_SUM = "lump_sum"
    SHORT_TERM = "short_term"
    ACCIDENT = "accident"
    MONTHLY = "monthly"
    UNEMPLOYMENT = "unemployment"
    OTHER = "other"
    """Regimes this release does not know."""


PENSION = "pension"
"""Paid every month from the retirement age on, of years contributed."""
_REGIMES = {
    BenefitGroup.LUMP_SUM: {
        "lump_sum": marked("Lump-sum social insurance benefit"),
        "retirement_lump_sum": marked("Lump sum on retirement"),
        "emigration_lump_sum": marked("Lump sum on settling abroad"),
        "survivors_lump_sum": marked("Lump sum for survivors"),
        "funeral": marked("Funeral grant"),
    },
    BenefitGroup.SHORT_TERM: {
        "sickness": marked("Sickness benefit"),
        "sick_child": marked("Leave to care for a sick child"),
        "maternity": marked("Maternity benefit"),
        "maternity_lump_sum": marked("Grant at birth or adoption"),
        "recuperation": marked("Convalescence and health recovery benefit"),
        "convalescence": marked("Convalescence and health recovery benefit"),
    },
    BenefitGroup.ACCIDENT: {
        "occupational": marked("Occupational accident and disease benefit"),
        "occupational_lump_sum": marked("Lump sum for occupational accident or disease"),
        "occupational_monthly": marked("Monthly allowance for occupational accident or disease"),
        "occupational_recuperation": marked("Convalescence after occupational accident or disease"),
    },
    BenefitGroup.MONTHLY: {
        PENSION: marked("Pension"),
        "social_pension": marked("Social pension"),
        "monthly_allowance": marked("Monthly allowance"),
        "regional_allowance": marked("Regional allowance"),
        "survivors_monthly": marked("Monthly allowance for survivors"),
        "survivors": marked("Survivors' benefit"),
    },
    BenefitGroup.UNEMPLOYMENT: {
        "unemployment": marked("Unemployment benefit"),
        "unemployment_benefit": marked("Unemployment benefit"),
        "vocational_training": marked("Support for vocational training"),
    },
}

_BY_CODE = {code: (group, name) for group, regimes in _REGIMES.items() for code, name in regimes.items()}


def group_of(regime: str) -> BenefitGroup:
    return _BY_CODE[regime][0] if regime in _BY_CODE else BenefitGroup.OTHER


def name_of(regime: str) -> str | None:
    """English source text of the regime's name; None for a code this release does not know."""
    return _BY_CODE[regime][1] if regime in _BY_CODE else None


_PAID_BY_MONTH = {"occupational_monthly", "unemployment", "unemployment_benefit"}


def is_monthly(regime: str) -> bool:
    """Paid month after month, so that a year of it reads as one line."""
    return group_of(regime) is BenefitGroup.MONTHLY or regime in _PAID_BY_MONTH


def is_sick_pay(regime: str) -> bool:
    """Paid for days of one's own illness; those with a sick child have their own number of days."""
    return regime == "sickness"


def is_unemployment_benefit(regime: str) -> bool:
    """Paid for months without work; what else the fund pays uses up no months."""
    return regime in {"unemployment", "unemployment_benefit"}
