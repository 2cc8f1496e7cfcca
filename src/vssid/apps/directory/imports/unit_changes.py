"""``unit_changes``: what became of provinces, wards, offices and employers that were merged or renamed."""

from __future__ import annotations

from vssid.apps.directory.models import UnitChange
from vssid.apps.intake.columns import Column
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import CatalogueTable
from vssid.apps.intake.readings import Day, Text, Words

KIND = Kind(
    name="unit_changes",
    columns=(
        Column("old_code", Text(30), required=True),
        Column("new_code", Text(30), required=True),
        Column("kind", Words(("province", "ward", "office", "employer")), required=True),
        Column("since", Day(), required=True),
    ),
    key=("old_code", "new_code", "kind", "since"),
    posting=CatalogueTable(UnitChange),
)
