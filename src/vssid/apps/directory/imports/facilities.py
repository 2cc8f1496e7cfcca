"""``facilities``: health facilities and their contracts."""

from __future__ import annotations

from functools import partial

from vssid.apps.directory.imports.shared_columns import (
    FACILITY_CODE,
    PHONE_AS_PRINTED,
    names,
    position,
    province,
)
from vssid.apps.directory.models import Facility
from vssid.apps.directory.services.remake_entries import remake_entries
from vssid.apps.intake.checks import in_order
from vssid.apps.intake.columns import Column
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import CatalogueTable
from vssid.apps.intake.readings import Day, Flag, Text

KIND = Kind(
    name="facilities",
    columns=(
        Column("code", FACILITY_CODE, required=True),
        province(required=True),
        *names(200),
        Column("level", Text(20)),
        Column("address", Text(300)),
        Column("phone", PHONE_AS_PRINTED),
        Column("hours", Text(200)),
        *position(),
        Column("contract_since", Day()),
        Column("contract_until", Day()),
        Column("sick_leave", Flag()),
    ),
    key=("code",),
    posting=CatalogueTable(Facility, follow=partial(remake_entries, "facility")),
    checks=(in_order("contract_since", "contract_until"),),
)
