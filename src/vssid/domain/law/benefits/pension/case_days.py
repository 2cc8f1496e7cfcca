"""How the inputs of a worked case say days of birth and years of retirement."""

from __future__ import annotations

from datetime import date

from vssid.domain.law.benefits.pension.rate import LAW_2024
from vssid.domain.law.engine.regimes import LAST_DAY, Given
from vssid.domain.law.engine.vocabulary import WrongInput, read_value
from vssid.domain.values.months import Month


def judged_on(given: Given) -> date | None:
    """A day of the year of retirement: under Law 41/2024/QH15 not before its first."""
    year = given.get("retirement_year")
    if year is None:
        return given.as_of
    if given.act == "2024":
        return max(date(year, 12, 31), LAW_2024)
    return min(date(year, 12, 31), LAST_DAY["2014"]) if given.act == "2014" else date(year, 12, 31)


def born(given: Given) -> tuple[date, str]:
    """The day of birth and how much of it is known: day, month or year. Raises WrongInput."""
    if "birth_month" in given:
        return given["birth_month"].first_day, "month"
    said = str(given["birth"])
    try:
        read_value("birth", "year", int(said[:4]))
        if len(said) == 4:
            return date(int(said), 1, 1), "year"
        if len(said) == 7:
            return Month.parse(said).first_day, "month"
        return date.fromisoformat(said), "day"
    except ValueError:
        wanted = "a day, a month or a year, such as 1961-03-14"
        raise WrongInput(field="birth", name="birth", value=repr(said), wanted=wanted) from None
