"""``certificates``: sick-leave and similar certificates."""

from __future__ import annotations

from vssid.apps.intake.checks import in_order
from vssid.apps.intake.columns import Column
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import LedgerTable
from vssid.apps.intake.readings import Day, Text
from vssid.apps.people.imports.person_column import person_column
from vssid.apps.visits.imports.visit_column import refuse_without_visit, visit_column
from vssid.apps.visits.models import Certificate

KIND = Kind(
    name="certificates",
    columns=(
        person_column(),
        visit_column(),
        Column("serial", Text(40), required=True),
        Column("kind", Text(40)),
        Column("issued_on", Day()),
        Column("from_date", Day()),
        Column("to_date", Day()),
        Column("status", Text(20)),
    ),
    key=("visit_id", "serial"),
    posting=LedgerTable(Certificate, judges=(refuse_without_visit,)),
    checks=(in_order("from_date", "to_date"),),
)
