"""A statement for machines: plain JSON values, months as ``YYYY-MM``, money in whole đồng, unknown as null.

The shape is documented in docs/guide/signed-facts.md. Row numbers of our tables are not in it: the same facts
posted anew are the same facts.
"""

from __future__ import annotations

from typing import Any

from vssid.apps.participation.selectors.statement import Statement
from vssid.apps.people.selectors.particulars import Particulars
from vssid.domain.ledger.entry import Spell
from vssid.domain.ledger.months import MonthRun
from vssid.domain.ledger.totals import Totals
from vssid.domain.values import rates
from vssid.domain.values.months import Month


def facts_of(statement: Statement) -> dict[str, Any]:
    return {"person": person(statement.person), "funds": funds(statement), "unpaid": unpaid(statement)}


def person(of: Particulars) -> dict[str, Any]:
    return {
        "name": of.full_name,
        "insurance_number": of.insurance_number,
        "national_id": of.national_id or None,
        "passport_number": of.passport_number or None,
        "born_on": str(of.birth) if of.birth else None,
        "sex": of.sex or None,
        "nationality": of.nationality or None,
    }


def funds(statement: Statement) -> list[dict[str, Any]]:
    return [
        {
            "fund": part.fund.value,
            **_totals(part.totals),
            "spells": [_spell(spell, statement) for spell in part.spells],
        }
        for part in statement.funds
    ]


def unpaid(statement: Statement) -> list[dict[str, Any]]:
    return [
        {
            "fund": time.fund.value,
            "employer_code": time.employer_code or None,
            "employer": statement.names.employer(time.employer_code) if time.employer_code else None,
            "months": time.months,
            "periods": [_period(run) for run in time.runs],
        }
        for time in statement.unpaid
    ]


def _totals(of: Totals) -> dict[str, Any]:
    return {
        "counted_months": of.counted,
        "paid_months": of.paid,
        "credited_months": of.credited,
        "unpaid_months": of.owed,
        "suspended_months": of.deferred,
        "exempt_months": of.exempt,
        "first_month": month(of.first),
        "last_month": month(of.last),
    }


def _spell(of: Spell, statement: Statement) -> dict[str, Any]:
    return {
        "from": month(of.first),
        "to": month(of.last),
        "status": of.status.value,
        "employer_code": of.employer_code or None,
        "employer": statement.names.employer(of.employer_code) if of.employer_code else None,
        "job_title": of.job_title or None,
        "workplace": of.workplace or None,
        "scale": of.scale.value if of.scale else None,
        "salary": of.salary,
        "coefficient_milli": of.coefficient_milli,
        "allowances": of.allowances,
        "rate_employee": _rate(of.rate_employee_ppm),
        "rate_employer": _rate(of.rate_employer_ppm),
    }


def _period(run: MonthRun) -> dict[str, Any]:
    return {"from": month(run.first), "to": month(run.last)}


def month(of: Month | None) -> str | None:
    return None if of is None else str(of)


def _rate(ppm: int | None) -> str | None:
    return None if ppm is None else rates.text(ppm)
