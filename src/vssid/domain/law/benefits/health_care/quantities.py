"""What the inputs and results of a visit are called."""

from __future__ import annotations

from vssid.domain.law.benefits.health_care.formula import AGED, AGED_SURVIVOR, NEAR_POOR
from vssid.domain.law.benefits.health_care.routes import WORDS, number
from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

CARD_GROUPS = {
    0: marked("A group paid by its digit"),
    NEAR_POOR: marked("Near-poor household (CN)"),
    AGED: marked("Aged person with a social pension (LH)"),
    AGED_SURVIVOR: marked("Aged person with a survivor benefit (CT)"),
}

QUANTITIES = {
    "benefit_digit": Quantity(marked("Benefit digit of the card"), Unit.COUNT),
    "card_group": Quantity(
        marked("Group of the card"),
        Unit.CODE,
        CARD_GROUPS,
    ),
    "route": Quantity(
        marked("Route to the clinic"), Unit.CODE, {number(code): words for code, words in WORDS.items()}
    ),
    "stay": Quantity(marked("With a stay"), Unit.YES_NO),
    "cost_in_scope": Quantity(marked("Cost within health insurance"), Unit.DONG),
    "exempt": Quantity(marked("Exempt from own shares this year"), Unit.YES_NO),
    "card_pays": Quantity(marked("Share the fund pays by the card"), Unit.PPM),
    "visit_pays": Quantity(marked("Share the fund pays of this visit"), Unit.PPM),
    "route_ratio": Quantity(marked("Share the route leaves"), Unit.PPM),
    "fund_pays": Quantity(marked("Paid by the health fund"), Unit.DONG),
    "copay": Quantity(marked("Own share by law"), Unit.DONG),
    "outside_route": Quantity(marked("Own cost because of the route"), Unit.DONG),
    "counted_copay": Quantity(marked("Counted towards the exemption"), Unit.DONG),
    "copays_of_year": Quantity(marked("Counted own shares of the calendar year"), Unit.DONG),
    "five_years_since": Quantity(marked("Day from which five years in a row are complete"), Unit.DATE),
    "visit_on": Quantity(marked("Day of the visit"), Unit.DATE),
}
