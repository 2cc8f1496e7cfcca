"""``visit_lines``: the bill of a visit, line by line."""

from __future__ import annotations

from vssid.apps.intake.checks import at_most
from vssid.apps.intake.columns import Column
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import LedgerTable
from vssid.apps.intake.readings import Scaled, Text, Whole
from vssid.apps.people.imports.person_column import person_column
from vssid.apps.visits.imports.visit_column import refuse_without_visit, visit_column
from vssid.apps.visits.models import VisitLine
from vssid.domain.values.rates import PPM

_QUANTITY = Scaled(places=3, most=999_999_999)
_RATE = Scaled(places=6, most=PPM)

KIND = Kind(
    name="visit_lines",
    columns=(
        person_column(),
        visit_column(),
        Column("line", Whole(0, 99_999), required=True),
        Column("kind", Text(30)),
        Column("code", Text(40)),
        Column("name", Text(255)),
        Column("unit", Text(30)),
        Column("quantity", _QUANTITY, stored_as="quantity_milli"),
        Column("unit_price", Whole()),
        Column("benefit_rate", _RATE, stored_as="benefit_rate_ppm"),
        Column("amount", Whole()),
        Column("fund_paid", Whole()),
        Column("copay", Whole()),
    ),
    key=("visit_id", "line"),
    posting=LedgerTable(VisitLine, judges=(refuse_without_visit,)),
    checks=(at_most("fund_paid", of="amount"), at_most("copay", of="amount")),
)
