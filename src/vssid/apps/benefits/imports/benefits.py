"""``benefits``: what was decided and paid."""

from __future__ import annotations

from vssid.apps.benefits.models import Benefit
from vssid.apps.intake.checks import in_order
from vssid.apps.intake.columns import Column
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import LedgerTable
from vssid.apps.intake.readings import Day, Text, Whole
from vssid.apps.people.imports.person_column import person_column

KIND = Kind(
    name="benefits",
    columns=(
        person_column(),
        Column("decision_number", Text(60), required=True),
        Column("decision_date", Day()),
        Column("regime", Text(40), required=True),
        Column("from_date", Day()),
        Column("to_date", Day()),
        Column("amount", Whole()),
        Column("paid_on", Day()),
        Column("payer", Text(200)),
        Column("account_masked", Text(60), sealed=True),
        Column("bank", Text(120)),
    ),
    key=("insurance_number", "decision_number", "regime", "from_date"),
    posting=LedgerTable(Benefit),
    checks=(in_order("from_date", "to_date"),),
)
