"""When a pension begins."""

from __future__ import annotations

from vssid.domain.law.benefits.pension.rate import LAW_2014, LAW_2024
from vssid.domain.law.engine.exact import Whole, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked


@rule(
    "pension.missing_months",
    marked("Missing months that may be paid for at once"),
    gives="missing_months",
    since=LAW_2014,
    article="Law 58/2014/QH13 art. 85(6)",
)
def missing_months(law: Law, *, months_compulsory: Whole) -> Whole:
    """0 when none is missing, or more than may be paid for."""
    return _missing(law, months_compulsory)


@missing_months.since(LAW_2024, article="Law 41/2024/QH15 art. 33(7)")
def _(law: Law, *, months_compulsory: Whole) -> Whole:
    return _missing(law, months_compulsory)


@rule(
    "pension.after_payment",
    marked("Month the pension begins after missing months were paid for"),
    gives="pension_from",
    since=LAW_2014,
    article="Circular 59/2015/TT-BLDTBXH art. 18, ex. 22",
)
def after_payment(law: Law, *, payment_month: Whole) -> Whole:
    """In the month of the payment; since July 2025 in the next."""
    return payment_month + law.figure("pension.begins_after_payment")


@after_payment.since(LAW_2024, article="Circular 12/2025/TT-BNV art. 15(2)")
def _(law: Law, *, payment_month: Whole) -> Whole:
    return payment_month + law.figure("pension.begins_after_payment")


def _missing(law: Law, months: Whole) -> Whole:
    lacking = 12 * law.figure("pension_min_years.compulsory") - months
    return where((lacking > 0) & (lacking <= law.figure("pension.missing_months")), lacking, 0)
