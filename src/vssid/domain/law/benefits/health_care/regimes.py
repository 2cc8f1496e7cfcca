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
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.parameter import NotInTable
from vssid.domain.law.engine.regimes import Given, regime
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput
from vssid.domain.law.shared.case_supposing import supposing
from vssid.domain.law.shared.years import ordinals
from vssid.domain.values import rates

_IN_ROUTE = "1.1"
_STATION = "1.2"
_EMERGENCY, _EMERGENCY_WORDS = "2", {"emergency", "cấp cứu"}
_OUTSIDE = {"district": "3.3", "province": "3.2", "central": "3.1"}
"""The code that took the place of a tier visited outside its route."""
_PROVINCE_WITHOUT_STAY = "1.18"
_DIGITS = {"", "1", "2", "3", "4", "5"}
_LEAST_AND_MOST = ("TE1", "DN4")
"""Cards of which the fund pays all, and as little as of any."""
_SMALL_AND_LARGE = (0, 10**14)


@regime("bhyt_claim")
def bhyt_claim(given: Given) -> Mapping[str, Any]:
    """``card``: group and digit, or the whole number. ``tier`` and ``wrong_tier`` say until 2024 what the
    route says since; without either the visit kept to its route. What does not hang on the card, on the cost
    or on whether it was a stay is told without them.
    """
    possible = {"type": ("in", "out"), "card": _LEAST_AND_MOST, "cost_in_scope": _SMALL_AND_LARGE}
    return supposing(given, possible, _claimed)


def _claimed(given: Given) -> Mapping[str, Any]:
    group, digit = _card(given)
    law = given.law(given.get("date"), key="date")
    stay = given["type"] == "in"
    paid = claim(
        law,
        benefit_digit=whole(digit),
        card_group=whole(GROUPS.get(group, 0)),
        route=whole(_route(given, stay, law)),
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
    said: str = given["card"]
    card = digits.squeezed(said).upper() if said.strip() else ""
    if not card[:2].isalpha() or card[2:3] not in _DIGITS:
        wanted = "a group with its digit from 1 to 5, such as DN4"
        raise WrongInput(field="card", name="card", value=repr(card), wanted=wanted)
    return card[:2], int(card[2]) if card[2:] else issued_digit(card[:2])


def _route(given: Given, stay: bool, law: Law) -> int:
    if "route" in given:
        return _number(law, "route", given["route"])
    tier = given.get("tier")
    if tier == "commune":
        return number(_STATION)
    if not given.get("wrong_tier", False):
        return number(_IN_ROUTE)
    if tier is None:
        asked = "route" if law.on >= LAW_51 else "tier"
        raise MissingInput(field=asked, regime=given.regime, name=asked)
    if tier == "province" and not stay and law.on >= LAW_51:
        return number(_PROVINCE_WITHOUT_STAY)
    return number(_OUTSIDE[tier])


def _number(law: Law, name: str, route: str) -> int:
    """Raises WrongInput for a code that the list of the day does not have."""
    try:
        found = number(_EMERGENCY if route.strip().casefold() in _EMERGENCY_WORDS else route)
        Law(law.on, law.find).cells("health_care.route_ratio.stay", whole(found))
    except (ValueError, OverflowError, NotInTable):
        wanted = f"a route code that was in use on {law.on}, such as 1.3"
        raise WrongInput(field=name, name=name, value=repr(route), wanted=wanted) from None
    return found


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
    routes = [_number(law, f"visits[{place}].route", visit["route"]) for place, visit in enumerate(visits, 1)]
    counted = counted_copay(law, copay=whole([visit["copay"] for visit in visits]), route=whole(routes))
    return {"counted": int(counted.sum())}


@regime("copay_exemption")
def copay_exemption(given: Given) -> Mapping[str, Any]:
    """``until``: 31 December of the year, null if not exempt. Without ``five_years_since`` not yet. Before
    five years are complete nobody asks what was paid.
    """
    possible = {"copay_this_year": _SMALL_AND_LARGE} if "five_years_since" in given else {}
    return supposing(given, possible, _exempted)


def _exempted(given: Given) -> Mapping[str, Any]:
    day: date = given["date"]
    since: date | None = given.get("five_years_since")
    exempt = is_exempt(
        given.law(day),
        visit_on=ordinals(day),
        five_years_since=ordinals(since or date.max),
        copays_of_year=whole(given["copay_this_year"]),
    )[0].item()
    return {"exempt": exempt, "until": date(day.year, 12, 31) if exempt else None}
