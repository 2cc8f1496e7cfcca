"""What the inputs and results of recuperation are called."""

from __future__ import annotations

from vssid.domain.law.engine.parameter import Unit
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.values.problem import marked

QUANTITIES = {
    "long_illness": Quantity(marked("Long illness of the list"), Unit.YES_NO),
    "operated": Quantity(marked("After an operation"), Unit.YES_NO),
    "several_children": Quantity(marked("Birth of two or more children"), Unit.YES_NO),
    "returned_early": Quantity(marked("Back at work before the maternity leave ended"), Unit.YES_NO),
    "impairment": Quantity(marked("Impairment by the work accident or disease"), Unit.PERCENT),
    "back_at_work": Quantity(marked("First day back at work"), Unit.DATE),
    "rest_last_start": Quantity(marked("Last day on which recuperation may begin"), Unit.DATE),
    "rest_asked": Quantity(marked("Days of recuperation asked for"), Unit.DAYS),
    "rest_limit": Quantity(marked("Days of recuperation at most"), Unit.DAYS),
    "rest_used": Quantity(marked("Days of recuperation taken this year already"), Unit.DAYS),
    "in_time": Quantity(marked("Begins in time"), Unit.YES_NO),
    "rest_days": Quantity(marked("Days of recuperation that are paid"), Unit.DAYS),
    "rest_pay": Quantity(marked("Pay for recuperation"), Unit.DONG),
}
