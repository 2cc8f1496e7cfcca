"""Worked cases of visits: what the fund pays, which own shares count, who is exempt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from vssid.domain.card.benefit import issued_digit
from vssid.domain.identifiers import digits
from vssid.domain.law.benefits.health_care.formula import (
    GROUPS,
    LAW_51,
    claim,
    counted_copay,
    is_exempt,
)
from vssid.domain.law.benefits.health_care.routes import number
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.regimes import Given, regime
from vssid.domain.law.engine.vocabulary import WrongInput
from vssid.domain.law.shared.years import ordinals
from vssid.domain.values import rates

_IN_ROUTE = "1.1"
_STATION = "1.2"
_OUTSIDE = {"district": "3.3", "province": "3.2", "central": "3.1"}
"""The code that took the place of a tier visited outside its route."""
_PROVINCE_WITHOUT_STAY = "1.18"


@regime("bhyt_claim")
def bhyt_claim(given: Given) -> Mapping[str, Any]:
    """``card``: group and digit, or the whole number. ``tier`` and ``wrong_tier`` say until 2024 what the
    route says since; without either the visit kept to its route. ``type``: out unless said.
    """
    group, digit = _card(given)
    day: date | None = given.get("date")
    law = given.law(day)
    stay = given.get("type", "out") == "in"
    paid = claim(
        law,
        benefit_digit=whole(digit),
        card_group=whole(GROUPS.get(group, 0)),
        route=whole(_route(given, stay, law.on)),
        stay=truth(stay),
        cost_in_scope=whole(given["cost_in_scope"]),
        exempt=truth(given.get("exempt", False)),
    )
    return {
        "fund": paid.fund_pays,
        "copay": paid.copay,
        "outside_route": paid.outside_route,
        "effective_pct": _share(paid.visit_pays[0].item(), places=2),
        "route_ratio": _share(paid.route_ratio[0].item()),
    }


def _card(given: Given) -> tuple[str, int]:
    """The letters of the group and the digit; a group alone has the digit its cards are issued with."""
    card = digits.squeezed(given["card"]).upper()
    if not card[:2].isalpha():
        raise WrongInput(
            field="card", name="card", value=repr(card), wanted="a group with its digit, such as DN4"
        )
    return card[:2], int(card[2]) if card[2:3].isdigit() else issued_digit(card[:2])


def _route(given: Given, stay: bool, on: date) -> int:
    if "route" in given:
        return _number(given["route"])
    tier = given.get("tier")
    if tier == "commune":
        return number(_STATION)
    if tier is None or not given.get("wrong_tier", False):
        return number(_IN_ROUTE)
    if tier == "province" and not stay and on >= LAW_51:
        return number(_PROVINCE_WITHOUT_STAY)
    return number(_OUTSIDE[tier])


def _number(route: str) -> int:
    try:
        return number(route)
    except ValueError:
        raise WrongInput(
            field="route", name="route", value=repr(route), wanted="a route code, such as 1.13"
        ) from None


def _share(ppm: int, *, places: int = 0) -> str:
    """``1``, ``0.95``, with two places ``0.80``: as claims write a share."""
    text = rates.text(ppm)
    return text if ppm in {0, rates.PPM} else text.ljust(2 + places, "0")


@regime("copay_accumulation")
def copay_accumulation(given: Given) -> Mapping[str, Any]:
    """By the codes of the list that has been in use since 2025, unless another day is asked for."""
    law = given.law(given.as_of or LAW_51)
    visits = given["visits"]
    if not visits:
        return {"counted": 0}
    counted = counted_copay(
        law,
        copay=whole([visit["copay"] for visit in visits]),
        route=whole([_number(visit["route"]) for visit in visits]),
    )
    return {"counted": int(counted.sum())}


@regime("copay_exemption")
def copay_exemption(given: Given) -> Mapping[str, Any]:
    """``until``: 31 December of the year, null for who is not exempt. ``five_years_since`` null: not yet."""
    day: date = given["date"]
    since: date | None = given["five_years_since"]
    exempt = is_exempt(
        given.law(day),
        visit_on=ordinals(day),
        five_years_since=ordinals(since or date.max),
        copays_of_year=whole(given["copay_this_year"]),
    )[0].item()
    return {"exempt": exempt, "until": date(day.year, 12, 31) if exempt else None}
