"""My co-payment this year: a visit's bill, and when the year's own shares end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vssid.domain.law.benefits.health_care.formula import claim, counted_copay, is_exempt
from vssid.domain.law.benefits.health_care.routes import number
from vssid.domain.law.engine.exact import Truth, Whole, truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.parameter import NotInTable
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.parameters import parameter


def answer(asked: Asked, trace: Trace) -> Answer:
    """Supposed are ``benefit_digit`` and ``card_group`` of the card, ``route``, ``stay``, ``cost_in_scope``
    of the visit and ``copays_of_year`` (counted own shares so far)."""
    law = asked.law(trace)
    limit = law.figure("copay_exemption_5y")
    said = asked.supposed
    paid = claim(
        law,
        benefit_digit=whole(said["benefit_digit"]),
        card_group=whole(said["card_group"]),
        route=whole(said["route"]),
        stay=truth(said["stay"]),
        cost_in_scope=whole(said["cost_in_scope"]),
        exempt=_exempt(law, asked),
    )
    left = limit - said["copays_of_year"] if said["five_years"] else limit
    return Answer(
        {
            "copay": paid.copay.item(),
            "fund_pays": paid.fund_pays.item(),
            "outside_route": paid.outside_route.item(),
            "left_to_exemption": max(0, left - _counts(law, asked, paid.copay)),
        },
        tuple(trace.flat()),
    )


def _counts(law: Law, asked: Asked, copay: Whole) -> int:
    """What of the visit's own share counts towards the exemption."""
    return int(counted_copay(law, copay=copay, route=whole(asked.supposed["route"])).item())


def _exempt(law: Law, asked: Asked) -> Truth:
    """The person knows whether five years in a row are complete, not always since which day."""
    today = asked.on.toordinal()
    return is_exempt(
        law,
        visit_on=whole(today),
        five_years_since=whole(today if asked.supposed["five_years"] else today + 1),
        copays_of_year=whole(asked.supposed["copays_of_year"]),
    )


_SETTLED = {"1": "1.1"}
"""The wide code of the right route, which the list parts in several that all count alike."""


class Paid(NamedTuple):
    """An own share of a visit, đồng, and the code of its route."""

    on: date
    route: str
    copay: int


def counted(shares: Iterable[Paid]) -> int:
    """Those that count towards the exemption; one of a route nobody has settled does not."""
    return sum(map(_counted, shares))


def _counted(share: Paid) -> int:
    try:
        route = whole(number(_SETTLED.get(share.route, share.route)))
        return int(counted_copay(Law(share.on, parameter), copay=whole(share.copay), route=route).item())
    except (NotInTable, ValueError):
        return 0
