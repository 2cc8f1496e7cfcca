"""My co-payment this year: a visit's bill, and when the year's own shares end."""

from __future__ import annotations

from vssid.domain.law.benefits.health_care.formula import claim
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.parameters import parameter


def answer(asked: Asked, trace: Trace) -> Answer:
    """Supposed are ``benefit_digit`` and ``card_group`` of the card, ``route``, ``stay``, ``cost_in_scope``
    of the visit and ``copays_of_year`` (counted own shares so far)."""
    law = Law(asked.on, parameter, trace)
    limit = law.figure("copay_exemption_5y")
    said = asked.supposed
    paid = claim(
        law,
        benefit_digit=whole(said["benefit_digit"]),
        card_group=whole(said["card_group"]),
        route=whole(said["route"]),
        stay=truth(said["stay"]),
        cost_in_scope=whole(said["cost_in_scope"]),
        exempt=truth(said["five_years"] and said["copays_of_year"] > limit),
    )
    return Answer(
        {
            "copay": paid.copay.item(),
            "fund_pays": paid.fund_pays.item(),
            "outside_route": paid.outside_route.item(),
            "left_to_exemption": max(0, limit - said["copays_of_year"]) if said["five_years"] else limit,
        },
        tuple(trace.flat()),
    )
