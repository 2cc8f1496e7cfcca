"""``provinces``: a code may stand twice, with the days between which it meant what."""

from __future__ import annotations

from vssid.apps.directory.imports.shared_columns import PROVINCE_CODE, names, period
from vssid.apps.directory.models import Province
from vssid.apps.intake.checks import in_order
from vssid.apps.intake.columns import Column
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import CatalogueTable

KIND = Kind(
    name="provinces",
    columns=(
        Column("code", PROVINCE_CODE, required=True),
        *names(120),
        *period(since_required=True),
    ),
    key=("code", "since"),
    posting=CatalogueTable(Province),
    checks=(in_order("since", "until"),),
)
