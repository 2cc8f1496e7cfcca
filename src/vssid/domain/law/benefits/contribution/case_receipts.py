"""What a payment pays where no act says in which order."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from vssid.domain.law.engine.regimes import Given
from vssid.domain.law.shared.case_supposing import agreed
from vssid.domain.values.dated import NotInForce

WITHOUT_ORDER = date(2026, 5, 1)  # Decision 366/QĐ-BHXH repeals that of Decision 595/QĐ-BHXH, names none
_OF_SOCIAL = ("bhxh", "bhxh_interest")
_DEBTS = ("bhyt", "bhyt_interest", "bhtn", "bhtn_interest", "work_accident", "work_accident_interest")


def in_any_order(given: Given, day: date) -> dict[str, Any]:
    """What each debt gets whatever comes first: all of it when the receipt covers all, all of the receipt
    when there is no other. Where the order matters stands NotInForce; raises it where nothing is left.
    """
    owed = _owed(given["debts"])
    received, in_all = given["received"], sum(owed.values())
    paid_last = {name: min(amount, max(received - (in_all - amount), 0)) for name, amount in owed.items()}
    paid_first = {name: min(amount, received) for name, amount in owed.items()}
    unsettled = NotInForce(day=day)
    open_ = {name for name, amount in owed.items() if paid_last[name] != paid_first[name]}
    if open_ and open_ == {name for name, amount in owed.items() if amount}:
        raise unsettled
    return agreed(unsettled, paid_last, paid_first)


def _owed(debts: Mapping[str, int]) -> dict[str, int]:
    owed = {name: debts.get(name, 0) for name in _DEBTS}
    return {**owed, "bhxh_total": sum(debts.get(name, 0) for name in _OF_SOCIAL)}
