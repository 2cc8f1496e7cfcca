"""What the inputs and results of the card's days are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "pays_alone": Quantity(marked("Joins as a household or with State support"), Unit.YES_NO),
    "first_time": Quantity(marked("Insured for the first time"), Unit.YES_NO),
    "fully_paid_on": Quantity(marked("Day on which all was paid"), Unit.DATE),
    "insured_until": Quantity(marked("Last day of the card before"), Unit.DATE),
    "waiting": Quantity(marked("The card has to wait"), Unit.YES_NO),
    "valid_from": Quantity(marked("First day of a card"), Unit.DATE),
    "child_born_on": Quantity(marked("Day of birth"), Unit.DATE),
    "child_card_until": Quantity(marked("Last day of the child's card"), Unit.DATE),
}
