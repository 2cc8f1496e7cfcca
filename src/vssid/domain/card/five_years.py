"""Five years of insurance in a row: what the date on the card is for.

After it, whose shares in one calendar year exceed six base salaries pays none for the rest of the year
(Law 51/2024/QH15 article 22, Decree 188/2025/NĐ-CP article 18).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vssid.domain.card.benefit import Level, yearly_share_limit
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence

NOT_NEEDED = marked("You pay no share, so this card needs no five-year date.")
REACHED = marked("You have been insured for five years in a row since %(day)s.")
AHEAD = marked("Five years of insurance in a row are complete on %(day)s.")
UNKNOWN = marked("The five-year date is not on record. Your social-insurance office can tell you.")
RELIEF = marked(
    "When your shares in one calendar year are more than %(amount)s, you pay no share until 31 December. "
    "Only shares of visits within the rules count."
)
RELIEF_FROM_THEN = marked(
    "From that day on, when your shares in one calendar year are more than %(amount)s, "
    "you pay no share until 31 December. A break of 90 days or more starts the five years again."
)


class FiveYears(StrEnum):
    NOT_NEEDED = "not_needed"
    REACHED = "reached"
    AHEAD = "ahead"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FiveYearWording:
    state: FiveYears
    finding: Sentence
    meaning: Sentence | None = None


def five_year_wording(level: Level, five_year_date: date | None, on: date) -> FiveYearWording:
    """What the date means on a day, by the base salary of that day. ``amount`` in đồng, ``day`` a date."""
    if level.own_percent == 0:
        return FiveYearWording(FiveYears.NOT_NEEDED, Sentence(NOT_NEEDED))
    if five_year_date is None:
        return FiveYearWording(FiveYears.UNKNOWN, Sentence(UNKNOWN))
    amount = {"amount": yearly_share_limit(on)}
    day = {"day": five_year_date}
    if five_year_date <= on:
        return FiveYearWording(FiveYears.REACHED, Sentence(REACHED, day), Sentence(RELIEF, amount))
    return FiveYearWording(FiveYears.AHEAD, Sentence(AHEAD, day), Sentence(RELIEF_FROM_THEN, amount))
