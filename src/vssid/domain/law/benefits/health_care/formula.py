"""Law 25/2008/QH12 art. 22 as amended by Law 46/2014/QH13 and Law 51/2024/QH15; Resolution 261/2025/QH15."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from vssid.domain.law.engine.exact import Truth, Whole, at_least, at_most, choose, share, where
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.rules import rule
from vssid.domain.values.problem import marked
from vssid.domain.values.rates import PPM

LAW_46 = date(2015, 1, 1)
LAW_51 = date(2025, 1, 1)
RESOLUTION_261 = date(2026, 1, 1)

NEAR_POOR, AGED, AGED_SURVIVOR = 1, 2, 3
GROUPS = {"CN": NEAR_POOR, "LH": AGED, "CT": AGED_SURVIVOR}
"""The groups of cards that count as a better digit than the one printed; every other is 0."""

_PLACES = 100
"""Two shares are multiplied in ten-thousandths, so that the product of all stays below 2**63."""


@rule(
    "health_care.card_level",
    marked("What the fund pays by the card"),
    gives="card_pays",
    since=LAW_46,
    article="Law 25/2008/QH12 art. 22(1), as amended by Law 46/2014/QH13",
)
def card_level(law: Law, *, benefit_digit: Whole, card_group: Whole) -> Whole:
    """Parts per million of the costs within the rules: by the digit printed, or a better one of the group."""
    counts_as = choose(
        [
            (card_group == NEAR_POOR, law.figure("health_care.counts_as.near_poor")),
            (card_group == AGED, law.figure("health_care.counts_as.aged")),
            (card_group == AGED_SURVIVOR, law.figure("health_care.counts_as.aged_survivor")),
        ],
        benefit_digit,
    )
    return at_least(law.cells("health_care.level", benefit_digit), law.cells("health_care.level", counts_as))


card_level.restated(LAW_51, article="Law 51/2024/QH15 art. 22(1)")
card_level.restated(RESOLUTION_261, article="Law 51/2024/QH15 art. 22(1); Resolution 261/2025/QH15")


@rule(
    "health_care.visit_level",
    marked("What the fund pays of this visit"),
    gives="visit_pays",
    since=LAW_46,
    article="Law 25/2008/QH12 art. 22(1), as amended by Law 46/2014/QH13",
)
def visit_level(law: Law, *, card_pays: Whole, route: Whole, cost_in_scope: Whole, exempt: Truth) -> Whole:
    """Parts per million: all at listed primary facilities, of a small cost, and for whom is exempt.

    A cost of exactly the limit is not small. ``exempt``: from shares for the rest of the year.
    """
    in_full = (route == law.figure("health_care.full_pay_route")) | exempt
    return where(in_full | (cost_in_scope < law.figure("small_cost_full_cover")), PPM, card_pays)


visit_level.restated(LAW_51, article="Law 51/2024/QH15 art. 22(1)")


@rule(
    "health_care.route_ratio",
    marked("What the route leaves of it"),
    gives="route_ratio",
    since=LAW_46,
    article="Law 25/2008/QH12 art. 22(3), as amended by Law 46/2014/QH13",
)
def route_ratio(law: Law, *, route: Whole, stay: Truth) -> Whole:
    """Parts per million. Raises NotInTable for a route nobody has settled."""
    with_stay = law.cells("health_care.route_ratio.stay", route)
    return where(stay, with_stay, law.cells("health_care.route_ratio.no_stay", route))


route_ratio.restated(LAW_51, article="Law 51/2024/QH15 art. 22(4); Decree 02/2025/NĐ-CP")
route_ratio.restated(date(2026, 7, 1), article="Law 51/2024/QH15 art. 22(4); Decree 188/2025/NĐ-CP art. 19")


class Parts(NamedTuple):
    """Who bears a cost within the scope of health insurance; together they are the cost.

    ``copay``: the own share the law gives by the card. ``outside_route``: what is left because of the route.
    """

    fund_pays: Whole
    copay: Whole
    outside_route: Whole


@rule(
    "health_care.parts",
    marked("Who bears the cost"),
    since=LAW_46,
    article="Law 25/2008/QH12 art. 22",
)
def parts(law: Law, *, cost_in_scope: Whole, visit_pays: Whole, route_ratio: Whole) -> Parts:
    """đồng. The part of the fund is rounded half up, and the own share too; what the route leaves is the
    rest, so that the three are the cost. Where the route leaves nothing, the own share is the rest.
    """
    in_route, all_ = route_ratio // _PLACES, (PPM // _PLACES) ** 2
    fund = share(cost_in_scope, visit_pays // _PLACES * in_route, all_)
    own = share(cost_in_scope, (PPM - visit_pays) // _PLACES * in_route, all_)
    copay = at_most(own, cost_in_scope - fund)
    return Parts(fund, copay, cost_in_scope - fund - copay)


class Claim(NamedTuple):
    fund_pays: Whole
    copay: Whole
    outside_route: Whole
    visit_pays: Whole
    route_ratio: Whole


@rule(
    "health_care.claim",
    marked("A visit to a clinic"),
    since=LAW_46,
    article="Law 25/2008/QH12 art. 22",
)
def claim(
    law: Law,
    *,
    benefit_digit: Whole,
    card_group: Whole,
    route: Whole,
    stay: Truth,
    cost_in_scope: Whole,
    exempt: Truth,
) -> Claim:
    """đồng and parts per million. ``cost_in_scope``: of one whole visit or stay, within the scope of health
    insurance and its limits.
    """
    by_card = card_level(law, benefit_digit=benefit_digit, card_group=card_group)
    pays = visit_level(law, card_pays=by_card, route=route, cost_in_scope=cost_in_scope, exempt=exempt)
    ratio = route_ratio(law, route=route, stay=stay)
    return Claim(*parts(law, cost_in_scope=cost_in_scope, visit_pays=pays, route_ratio=ratio), pays, ratio)


@rule(
    "health_care.counted_copay",
    marked("Own share that counts towards the exemption"),
    gives="counted_copay",
    since=LAW_46,
    article="Law 25/2008/QH12 art. 22(1)(c), as amended by Law 46/2014/QH13",
)
def counted_copay(law: Law, *, copay: Whole, route: Whole) -> Whole:
    """đồng of one visit: all of the own share or none, by its route."""
    return copay * law.cells("health_care.counted_route", route)


counted_copay.restated(LAW_51, article="Law 51/2024/QH15 art. 22(1)(d)")


@rule(
    "health_care.exempt",
    marked("Exempt from own shares for the rest of the year"),
    gives="exempt",
    since=LAW_46,
    article="Law 25/2008/QH12 art. 22(1)(c), as amended by Law 46/2014/QH13",
)
def is_exempt(law: Law, *, visit_on: Whole, five_years_since: Whole, copays_of_year: Whole) -> Truth:
    """Whether, on the day, five years in a row are complete and the counted shares of the calendar year are
    more than the limit of that day. Days as ordinals.

    Once exempt, one stays so until 31 December, even when the limit rises.
    """
    reached: Truth = (five_years_since <= visit_on) & (copays_of_year > law.figure("copay_exemption_5y"))
    return reached


is_exempt.restated(LAW_51, article="Law 51/2024/QH15 art. 22(1)(d); Decree 188/2025/NĐ-CP art. 18")
