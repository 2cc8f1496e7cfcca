"""Worked cases of contributions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from vssid.domain.law.benefits.contribution.case_receipts import WITHOUT_ORDER, in_any_order
from vssid.domain.law.benefits.contribution.formula import Month as Contributed
from vssid.domain.law.benefits.contribution.formula import bounds, month
from vssid.domain.law.benefits.contribution.groups import (
    ABROAD,
    COMMUNE,
    CONSCRIPT,
    HOUSEHOLD_OWNER,
    LAW_41,
    of_group,
)
from vssid.domain.law.benefits.contribution.payment import allocation, deadline
from vssid.domain.law.benefits.contribution.treaty import IN_FORCE, treaty
from vssid.domain.law.engine.exact import Truth, truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.regimes import FIRST_DAY, Given, regime
from vssid.domain.law.shared.case_supposing import supposing
from vssid.domain.law.shared.regions import REGION_NUMBERS
from vssid.domain.values.months import Month

_LAST_MONTH = Month.of(9999, 12)
_HIGHEST, _LOWEST = "I", "IV"
_GROUPS = {
    "business_household_owner": HOUSEHOLD_OWNER,
    "vn_worker_abroad": ABROAD,
    "conscript": CONSCRIPT,
    "commune_part_time": COMMUNE,
}


@regime("contribution_month")
def contribution_month(given: Given) -> Mapping[str, Any]:
    """Only above the lowest cap of unemployment insurance does the region matter, and only for that."""
    return supposing(given, {"region": (_HIGHEST, _LOWEST)}, _paid)


def _paid(given: Given) -> Mapping[str, Any]:
    paid = _contributed(given.law(given["month"].first_day), given)
    return {
        "base_bhxh_bhyt": paid.social_base,
        "base_bhtn": paid.unemployment_base,
        "employee": {
            "bhxh_pension": paid.employee_pension,
            "bhyt": paid.employee_health,
            "bhtn": paid.employee_unemployment,
            "total": paid.employee_in_all,
        },
        "employer": {
            "bhxh_pension": paid.employer_pension,
            "sickness_maternity": paid.employer_sickness,
            "work_accident": paid.employer_accident,
            "bhyt": paid.employer_health,
            "bhtn": paid.employer_unemployment,
            "total": paid.employer_in_all,
        },
    }


def _contributed(law: Law, given: Given) -> Contributed:
    state = given.get("employer_kind", "private") == "state"
    return month(
        law,
        wage=whole(given["wage"]),
        wage_region=whole(REGION_NUMBERS[given["region"]]),
        state_scale=truth(state),
        foreigner=truth(given.get("worker", "vn") == "foreign"),
        private_employer=truth(not state),
        reduced_accident_rate=truth(given.get("reduced_accident_rate", False)),
        treaty_exempt=_insured_abroad(law, given),
    )


def _insured_abroad(law: Law, given: Given) -> Truth:
    """A certificate without a last month holds as long as the agreement lets it."""
    certificate = given.get("treaty")
    if certificate is None or law.on < IN_FORCE:
        return truth(False)
    return treaty(
        law,
        contribution_month=whole(given["month"]),
        certificate_from=whole(certificate["from"]),
        certificate_until=whole(certificate.get("until", _LAST_MONTH)),
        posted=truth(certificate["kind"] == "posted"),
        posting_extended=truth(certificate.get("extended", False)),
    )


@regime("contribution_month_of_group")
def contribution_month_of_group(given: Given) -> Mapping[str, Any]:
    """Until June 2025 the act fixes the base, but for the wage a worker abroad had before."""
    law = given.law(given["month"].first_day)
    income = given["income"] if law.on >= LAW_41 else given.get("income", 0)
    paid = of_group(law, payer_group=whole(_GROUPS[given["group"]]), wage=whole(income))
    return {
        "base": paid.social_base,
        "person": {
            "bhxh_pension": paid.own_pension,
            "sickness_maternity": paid.own_sickness,
            "bhyt": paid.own_health,
            "total": paid.own_in_all,
        },
        "unit": {
            "bhxh_pension": paid.unit_pension,
            "sickness_maternity": paid.unit_sickness,
            "bhyt": paid.unit_health,
            "total": paid.unit_in_all,
        },
    }


@regime("contribution_cap")
def contribution_cap(given: Given) -> Mapping[str, Any]:
    day: date = given["month"].first_day
    lowest, highest = bounds(given.law(day))
    return {"cap": highest} if day < FIRST_DAY["2024"] else {"cap": highest, "floor": lowest}


@regime("payment_deadline")
def payment_deadline(given: Given) -> Mapping[str, Any]:
    found = deadline(
        given.law(given["month"].first_day),
        contribution_month=whole(given["month"]),
        cycle_months=whole(_cycle(given.get("method", "monthly"))),
    )
    return {"deadline": date.fromordinal(int(found[0]))}


def _cycle(method: str) -> int:
    if "quarter" in method or "3" in method or "three" in method:
        return 3
    return 6 if "half" in method or "6" in method or "six" in method else 1


@regime("receipt_allocation")
def receipt_allocation(given: Given) -> Mapping[str, Any]:
    law = given.law(given.get("date"), key="date")
    if law.on >= WITHOUT_ORDER:
        return in_any_order(given, law.on)
    owed = {name: whole(amount) for name, amount in given["debts"].items()}
    nothing = whole(0)
    spread = allocation(
        law,
        received=whole(given["received"]),
        owed_health=owed.get("bhyt", nothing),
        owed_health_interest=owed.get("bhyt_interest", nothing),
        owed_unemployment=owed.get("bhtn", nothing),
        owed_unemployment_interest=owed.get("bhtn_interest", nothing),
        owed_accident=owed.get("work_accident", nothing),
        owed_accident_interest=owed.get("work_accident_interest", nothing),
        owed_social=owed.get("bhxh", nothing),
        owed_social_interest=owed.get("bhxh_interest", nothing),
    )
    return {
        "bhyt": spread.to_health,
        "bhyt_interest": spread.to_health_interest,
        "bhtn": spread.to_unemployment,
        "bhtn_interest": spread.to_unemployment_interest,
        "work_accident": spread.to_accident,
        "work_accident_interest": spread.to_accident_interest,
        "bhxh_total": spread.to_social,
    }
