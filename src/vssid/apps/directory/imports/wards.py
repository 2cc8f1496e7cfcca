"""``wards``: communes, wards and special zones, by date."""

from __future__ import annotations

from vssid.apps.directory.imports.shared_columns import names, period, position, province
from vssid.apps.directory.models import Ward
from vssid.apps.intake.checks import in_order
from vssid.apps.intake.columns import Column
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import CatalogueTable
from vssid.apps.intake.readings import Text

KIND = Kind(
    name="wards",
    columns=(
        Column("code", Text(10), required=True),
        province(required=True),
        *names(160),
        *period(since_required=True),
        *position(),
    ),
    key=("code", "since"),
    posting=CatalogueTable(Ward),
    checks=(in_order("since", "until"),),
)
