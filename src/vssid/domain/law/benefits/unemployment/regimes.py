"""Worked cases of unemployment insurance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np

from vssid.domain.law.benefits.unemployment.case_words import (
    agency_calendar,
    by_the_decree,
    contract_months,
    is_vietnamese,
    judged_by,
    reason_and_report,
)
from vssid.domain.law.benefits.unemployment.course import course, kept, reserved, start
from vssid.domain.law.benefits.unemployment.entitlement import LAW_38, entitled, file_by, insured
from vssid.domain.law.benefits.unemployment.formula import (
    AVERAGED,
    cap,
    cap_of_the_decree,
    duration,
    monthly,
    odd_months,
    total,
)
from vssid.domain.law.benefits.unemployment.reasons import Reason
from vssid.domain.law.engine.exact import Truth, Whole, truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.regimes import Given, regime
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput
from vssid.domain.law.shared.case_supposing import supposing
from vssid.domain.law.shared.regions import REGION_NUMBERS
from vssid.domain.values.months import Month

_LONGEST = 36
"""Months of the longest time looked back on."""
_HIGHEST, _LOWEST = "I", "IV"


@regime("bhtn_participation")
def bhtn_participation(given: Given) -> Mapping[str, Any]:
    months = given.get(
        "contract_months"
    )  # 0 of a case is less than a month, of the rule a contract without an end
    return {
        "participates": insured(
            given.law(given.get("date"), key="date"),
            contract_months=whole(0 if months is None else months or -1),
            vietnamese=truth(is_vietnamese(given.get("nationality", "VN"))),
        )
    }


@regime("unemployment_benefit")
def unemployment_benefit(given: Given) -> Mapping[str, Any]:
    ended, last_month = _end(given)
    law = judged_by(given, ended)
    answer: dict[str, Any] = {}
    if "months_contributed" in given:
        paid = whole(given["months_contributed"])
        answer |= {"months": duration(law, months=paid), "kept_months": odd_months(law, months=paid)}
    if "average_wage_6m" not in given and "region" not in given and given.get("scale") != "state":
        return answer
    try:
        most = _cap(law, given, ended or law.on, last_month or Month.containing(law.on))
    except MissingInput as lacking:
        unknown = dict.fromkeys(("cap", "monthly", "total"), lacking)
        return {**answer, **unknown, "raw_60pct": _uncapped(law, given)}
    if most is not None:
        answer["cap"] = most
    if "average_wage_6m" in given:
        average = whole(given["average_wage_6m"])
        due = monthly(
            law,
            wages_averaged=AVERAGED * average,
            months_averaged=whole(AVERAGED),
            benefit_cap=average if most is None else most,
        )
        answer |= {"raw_60pct": due.sixty_percent, "monthly": due.unemployment_benefit}
        if "months" in answer:
            answer["total"] = total(
                law, unemployment_benefit=due.unemployment_benefit, benefit_months=answer["months"]
            )
    return answer


def _uncapped(law: Law, given: Given) -> Whole:
    average = whole(given["average_wage_6m"])
    silent = Law(law.on, law.find)
    due = monthly(
        silent, wages_averaged=AVERAGED * average, months_averaged=whole(AVERAGED), benefit_cap=average
    )
    return due.sixty_percent


def _end(given: Given) -> tuple[date | None, Month | None]:
    """The day on which the contract ended and the last month contributed for, the one from the other."""
    ended: date | None = given.get("termination")
    last: Month | None = given.get("last_contribution_month")
    if ended is None and last is not None:
        ended = last.last_day
    if last is None and ended is not None:
        last = Month.containing(ended)
    return ended, last


def _cap(law: Law, given: Given, ended: date, last_month: Month) -> Whole | None:
    """None where no cap is on record, or the region is not known and the average is below the lowest cap."""
    if law.on < LAW_38:
        return None

    def of(region: str, law: Law) -> Whole:
        number, end = whole(REGION_NUMBERS[region]), whole(ended.toordinal())
        if by_the_decree(given):
            return cap_of_the_decree(law, contract_ended_on=end, wage_region=number)
        return cap(
            law,
            contract_ended_on=end,
            last_month_contributed=whole(last_month),
            wage_region=number,
            state_scale=truth(given.get("scale") == "state"),
        )

    if "region" in given:
        return of(given["region"], law)
    silent = Law(law.on, law.find)
    if of(_LOWEST, silent) == of(_HIGHEST, silent):
        return of(_LOWEST, law)
    average = whole(given["average_wage_6m"])
    needed = monthly(
        silent,
        wages_averaged=AVERAGED * average,
        months_averaged=whole(AVERAGED),
        benefit_cap=of(_LOWEST, silent),
    )
    if needed.sixty_percent == needed.unemployment_benefit:
        return None
    return of(given["region"], law)


@regime("unemployment_eligibility")
def unemployment_eligibility(given: Given) -> Mapping[str, Any]:
    """Who is excluded, or files late, is so whatever was contributed."""
    possible = {"months_in_last_24": (0, 24), "months_in_last_36": (None, _LONGEST)}
    return supposing(given, possible, _eligible)


def _eligible(given: Given) -> Mapping[str, Any]:
    law = judged_by(given, given.get("filed"), given.get("termination"))
    contract = contract_months(given.get("contract", "indefinite"))
    of_24, of_36 = _looked_back(given)
    reason = given.get("reason", "")
    in_time: Truth = truth(True)
    if given.get("termination") and given.get("filed"):
        by = file_by(law, contract_ended_on=whole(given["termination"].toordinal()))
        in_time = truth(given["filed"].toordinal() <= by)
    return {
        "eligible": entitled(
            law,
            contract_months=whole(contract),
            months_in_last_24=whole(of_24),
            months_in_last_36=whole(of_36),
            left_unlawfully=truth(reason.startswith("unlawful")),
            draws_pension=truth(reason.startswith("drawing")),
            could_draw_pension=truth(reason == "left when eligible for pension"),
            applied_in_time=in_time,
        )
    }


def _looked_back(given: Given) -> tuple[int, int]:
    """Months in the last 24 and in the last 36, with None no more than in the 24. Who has too few in a longer
    time has too few in a shorter.
    """
    of_24, of_36 = given["months_in_last_24"], given["months_in_last_36"]
    in_36 = min(of_24 if of_36 is None else of_36, given.get("months_total", _LONGEST))
    return min(of_24, in_36), in_36


@regime("unemployment_payment")
def unemployment_payment(given: Given) -> Mapping[str, Any]:
    law = judged_by(given)
    months, longest = given["entitled_months"], law.figure("bhtn_benefit.duration_max")
    if not 0 <= months <= longest:
        wanted = f"a number of months from 0 to {longest}"
        raise WrongInput(field="entitled_months", name="entitled_months", value=str(months), wanted=wanted)
    misses = given.get("missed_reports_in_benefit_months", [])
    due = course(
        law,
        benefit_months=whole(months),
        unemployment_benefit=whole(given.get("monthly", 0)),
        report_missed=np.array([[number in misses for number in range(1, longest + 1)]]),
    )
    answer = {
        "paid_months": _numbers(due.month_paid),
        "bhyt_covered_months": _numbers(due.card_valid),
        "ended_after_month": due.ended_after,
    }
    return {**answer, "paid_total": due.unemployment_total} if "monthly" in given else answer


def _numbers(months: Truth) -> list[int]:
    return [number for number, there in enumerate(months[0].tolist(), 1) if there]


@regime("unemployment_reservation")
def unemployment_reservation(given: Given) -> Mapping[str, Any]:
    """The reason and the months received are needed where they change what is kept."""
    return supposing(
        given,
        {"reason": ("three misses", "new job reported"), "benefit_months_received": (12, 0)},
        _reserved,
    )


def _reserved(given: Given) -> Mapping[str, Any]:
    law = judged_by(given)
    paid = whole(given["months_contributed"])
    reason, reported = reason_and_report(given["reason"])
    used = 0 if reason is Reason.CANCELLED else given["benefit_months_received"]
    odd = whole(0) if reason is Reason.CANCELLED else odd_months(law, months=paid)
    return {
        "entitled_months": duration(law, months=paid),
        "kept_months": kept(
            law,
            months=paid,
            benefit_months_received=whole(used),
            odd_months=odd,
            reserved=reserved(law, end_reason=whole(reason), end_reported=truth(reported)),
        ),
    }


@regime("unemployment_start")
def unemployment_start(given: Given) -> Mapping[str, Any]:
    filed: date = given["filed_complete"]
    days_off, worked = (given["holidays"], []) if "holidays" in given else agency_calendar(filed)
    found = start(
        judged_by(given, filed),
        filed_on=whole(filed.toordinal()),
        days_off=whole([day.toordinal() for day in days_off]),
        weekend_days_worked=whole([day.toordinal() for day in worked]),
    )
    return {"start": date.fromordinal(int(found[0]))}
