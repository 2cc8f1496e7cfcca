"""Unpaid time by employer, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vssid.apps.directory.selectors.names import Names
from vssid.channels.citizen.participation.words import Payer, payer
from vssid.domain.ledger.entry import Fund
from vssid.domain.ledger.late import unpaid_by_employer
from vssid.domain.ledger.months import Ledger
from vssid.kit.formats import month_span, months_counted


@dataclass(frozen=True, slots=True)
class Unpaid:
    """``code``: the unit's, to name it to an office. ``periods``: the late months in words."""

    payer: Payer
    code: str
    months: int
    counted: str
    periods: tuple[str, ...]


def unpaid_time(ledger: Ledger, fund: Fund, names: Names, today: date) -> tuple[Unpaid, ...]:
    return tuple(
        Unpaid(
            payer=payer(unpaid.employer_code, names),
            code=unpaid.employer_code,
            months=unpaid.months,
            counted=months_counted(unpaid.months),
            periods=tuple(month_span(run.first, run.last) for run in unpaid.runs),
        )
        for unpaid in unpaid_by_employer(ledger, today)
        if unpaid.fund is fund
    )
