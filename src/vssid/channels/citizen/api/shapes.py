"""The JSON of the API. Dates are ISO, months ``YYYY-MM``, money whole đồng; absent is null."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from vssid.apps.participation.selectors.last_spans import LastSpan
from vssid.domain.card.benefit import benefit_percent
from vssid.domain.card.entitlement import CardFacts, state
from vssid.domain.values.months import Month

Shape = Mapping[str, object]


def summary_shape(card: CardFacts | None, spans: Iterable[LastSpan], today: date) -> Shape:
    """``as_of``: the day the card's state and level were read for. ``spans``: the latest first."""
    return {
        "as_of": today,
        "card": card_shape(card, today) if card else None,
        "spans": span_shapes(spans),
    }


def card_shape(card: CardFacts, today: date) -> Shape:
    """``percent``: what the fund pays of costs within the rules, null when the card does not say."""
    return {
        "number": card.card_number,
        "state": state(card, today),
        "valid_from": card.valid_from,
        "valid_to": card.valid_to,
        "percent": benefit_percent(card.group_code, card.benefit_digit, today)
        if card.benefit_digit
        else None,
        "facility_code": card.facility_code,
        "five_year_date": card.five_year_date,
    }


def span_shapes(spans: Iterable[LastSpan]) -> list[Shape]:
    """In one go, without a call for each: twelve of them are most of the answer."""
    return [
        {
            "fund": fund,
            "status": status,
            "from": _month(from_month),
            "to": _month(to_month),
            "employer_code": employer_code,
            "job_title": job_title,
            "salary": salary,
        }
        for fund, status, from_month, to_month, employer_code, job_title, salary in spans
    ]


@cache
def _month(index: int) -> str:
    """A month's text; there are a few hundred months, and twelve spans name two each."""
    return str(Month(index))
