"""Worked cases of the card: its days, its number, the codes of provinces."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from vssid.domain.identifiers.provinces import changed_on, province, province_or_none
from vssid.domain.law.benefits.health_card.case_numbers import LENGTHS, read_number
from vssid.domain.law.benefits.health_card.formula import LAW_46, LAW_51, child_end, start
from vssid.domain.law.engine.exact import truth
from vssid.domain.law.engine.regimes import Given, regime
from vssid.domain.law.shared.case_supposing import supposing
from vssid.domain.law.shared.days import months_later
from vssid.domain.law.shared.years import dates, ordinals

_FIRST_AND_LAST = (LAW_46, date(2199, 12, 31))
"""Days of payment of which any card can be told."""
_WAIT = {
    "household",
    "individual",
    "supported",
    "near_poor",
    "pupil_student",
    "pupil",
    "student",
    "average_income_farmers",
    "average_income_agri_household",
    "village_worker",
    "ethnic_minority",
    "trafficking_victim",
}
"""Groups of art. 12(4) and 12(5): they pay alone or with support."""


@regime("card_start")
def card_start(given: Given) -> Mapping[str, Any]:
    """``paid``: of the first payment, which counted before July 2025; ``paid_full``: when all was paid.
    Without either only the wait can be told, and only of whom no day of payment makes wait or spares it.
    """
    possible: dict[str, tuple[object, ...]] = {}
    if "paid" not in given:
        possible["paid_full"] = _FIRST_AND_LAST
    if not {"paid", "paid_full", "previous_end"} & given.keys():
        possible["first_time"] = (True, False)
    return supposing(given, possible, _started)


def _started(given: Given) -> Mapping[str, Any]:
    paid = _paid(given)
    previous = given.get("previous_end")
    begun = start(
        given.law(paid),
        pays_alone=truth(given["group"] in _WAIT),
        first_time=truth(given.get("first_time", previous is None)),
        fully_paid_on=ordinals(paid),
        insured_until=ordinals(previous or paid - timedelta(days=1)),
    )
    return {"waiting": begun.waiting, "valid_from": dates(begun.valid_from)[0]}


def _paid(given: Given) -> date:
    first: date | None = given.get("paid")
    whole: date = given["paid_full"] if first is None else given.get("paid_full", first)
    return whole if first is None or whole >= LAW_51 else first


@regime("child_card_end")
def child_card_end(given: Given) -> Mapping[str, Any]:
    """By the law of the day on which the child is six."""
    born = ordinals(given["born"])
    six = dates(months_later(born, given.law(LAW_51).figure("health_card.child_months")))[0]
    return {"valid_to": dates(child_end(given.law(six), child_born_on=born))[0]}


@regime("number_format")
def number_format(given: Given) -> Mapping[str, Any]:
    answer: dict[str, Any] = {}
    if "lengths" in given:
        answer["accepted"] = [length in LENGTHS for length in given["lengths"]]
    if "card" in given or not answer:
        reading = read_number(given["card"])
        answer |= {
            "valid": reading.valid,
            "gateway_code": reading.code,
            "object": reading.group,
            "digit": reading.digit,
            "province": reading.province,
            "bhxh_number": reading.insurance_number,
        }
    return answer


@regime("province_code")
def province_code(given: Given) -> Mapping[str, Any]:
    """Of ``code`` the name on each day, null where it meant nothing; of ``old_code`` today's province."""
    if "old_code" in given:
        before = province(_two_digits(given["old_code"]), changed_on() - timedelta(days=1))
        now = province(before.successor or before.code, changed_on())
        return {"new_code": now.code, "name": now.name}
    days = given.get("dates", [])
    code = _two_digits(given["code"])
    answer: dict[str, Any] = {"names": [_name(code, day) for day in days]}
    if not days:
        answer["name"] = province(code, given.as_of or changed_on()).name
    elif len(days) == 1:
        answer["name"] = answer["names"][0]
    return answer


def _two_digits(code: str) -> str:
    """A code that a spreadsheet or JSON wrote as a number has lost its nought."""
    return code.zfill(2)


def _name(code: str, day: date) -> str | None:
    known = province_or_none(code, day)
    return known.name if known else None
