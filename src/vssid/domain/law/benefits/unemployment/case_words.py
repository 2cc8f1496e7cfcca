"""What the words of a worked case of unemployment insurance mean."""

from __future__ import annotations

import re
from datetime import date, timedelta

from vssid.domain.law.benefits.unemployment.course import CALENDAR_DAYS
from vssid.domain.law.benefits.unemployment.entitlement import LAW_38, LAW_71, LAW_74
from vssid.domain.law.benefits.unemployment.reasons import Reason
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.regimes import LAST_DAY, Given
from vssid.domain.law.engine.vocabulary import WrongInput

_OF_71 = (LAW_71, LAW_38 - timedelta(days=1))
_OF_38 = (LAW_38, LAST_DAY["38/2013"])
_OF_74 = (LAW_74, date.max)
_DECREE = "374"
_ACTS = {
    "71": _OF_71,
    "2006": _OF_71,
    "38": _OF_38,
    "2013": _OF_38,
    "74": _OF_74,
    "2025": _OF_74,
    _DECREE: _OF_74,
}
"""The first and last day of each act, by the number it is cited with, or by its year alone."""
_ACT = re.compile(r"[0-9]+")
_NO_END = ("indefinite", "open", "unlimited")
_SATURDAY = 5
_VIETNAMESE = {"vn", "vnm", "vietnam", "viet nam", "việt nam", "vietnamese"}
_FOREIGN = {"foreign", "foreigner"}
_COUNTRY = re.compile(r"[a-z]{2,3}")
_REASONS = (
    ("job", Reason.NEW_JOB),
    ("military", Reason.MILITARY_SERVICE),
    ("police", Reason.MILITARY_SERVICE),
    ("militia", Reason.MILITARY_SERVICE),
    ("study", Reason.STUDY),
    ("education", Reason.COMPULSORY_SCHOOLING),
    ("detox", Reason.COMPULSORY_SCHOOLING),
    ("missing", Reason.MISSING),
    ("detention", Reason.DETENTION),
    ("prison", Reason.DETENTION),
    ("request", Reason.OWN_REQUEST),
    ("misses", Reason.THREE_MISSES),
    ("refusals", Reason.TWO_REFUSALS),
    ("pension", Reason.PENSION),
    ("abroad", Reason.EMIGRATION),
    ("emigration", Reason.EMIGRATION),
    ("death", Reason.DEATH),
    ("offence", Reason.OFFENCE),
    ("cancelled", Reason.CANCELLED),
    ("term over", Reason.TERM_OVER),
    ("all months received", Reason.TERM_OVER),
)


def judged_by(given: Given, *days: date | None) -> Law:
    """The law on the first day that the case names, held within the act cited; with neither, the new.

    Raises WrongInput for an act that is none of unemployment insurance.
    """
    named = next((day for day in days if day is not None), given.as_of)
    span = _ACTS.get(_number(given))
    if span is not None:
        first, last = span
        return given.law(min(max(named or min(last, LAW_74), first), last))
    if "law" in given:
        wanted = "38/2013 or 74/2025"
        raise WrongInput(field="law", name="law", value=repr(given["law"]), wanted=wanted)
    return given.law(named or (None if given.act else LAW_74))


def by_the_decree(given: Given) -> bool:
    """Whether the case cites Decree 374/2025, which caps the benefit otherwise than its law."""
    return _number(given) == _DECREE


def _number(given: Given) -> str:
    found = _ACT.search(given.get("law", given.act))
    return found[0] if found else ""


def contract_months(contract: str) -> int:
    """Months by words such as ``fixed 6 months``, ``2 years``; 0 without an end. Raises WrongInput."""
    words = contract.strip().casefold()
    if words.startswith(_NO_END):
        return 0
    found = re.search(r"(\d+)[ -]?(month|year)", words)
    if found is None:
        wanted = "indefinite, or a number of months such as fixed 6 months"
        raise WrongInput(field="contract", name="contract", value=repr(contract), wanted=wanted)
    return int(found[1]) * (12 if found[2] == "year" else 1)


def is_vietnamese(nationality: str) -> bool:
    """By a country code, or in words. Raises WrongInput."""
    words = nationality.strip().casefold()
    if words in _VIETNAMESE or words in _FOREIGN:
        return words in _VIETNAMESE
    if _COUNTRY.fullmatch(words):
        return False
    wanted = "a country code, such as VN"
    raise WrongInput(field="nationality", name="nationality", value=repr(nationality), wanted=wanted)


def reason_and_report(words: str) -> tuple[Reason, bool]:
    """Why the benefit ended, and whether that was reported. Raises WrongInput."""
    said = words.casefold()
    for word, reason in _REASONS:
        if word in said:
            return reason, "not reported" not in said and "unreported" not in said
    wanted = "a reason such as new job reported, military service not reported, three misses"
    raise WrongInput(field="reason", name="reason", value=repr(words), wanted=wanted)


def agency_calendar(filed: date) -> tuple[list[date], list[date]]:
    """The weekdays off and the weekend days worked among the days in which a benefit begins."""
    from vssid.domain.casework.calendar import is_working_day  # holidays of every country: 100 ms

    days = [filed + timedelta(ahead) for ahead in range(CALENDAR_DAYS)]
    off = [day for day in days if day.weekday() < _SATURDAY and not is_working_day(day)]
    return off, [day for day in days if day.weekday() >= _SATURDAY and is_working_day(day)]
