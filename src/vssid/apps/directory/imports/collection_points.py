"""``collection_points``: where voluntary and household contributions are taken."""

from __future__ import annotations

from functools import partial

from vssid.apps.directory.imports.shared_columns import (
    PHONE_AS_PRINTED,
    names,
    position,
    province,
    ward,
)
from vssid.apps.directory.models import CollectionPoint
from vssid.apps.directory.services.remake_entries import remake_entries
from vssid.apps.intake.columns import Column
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import CatalogueTable
from vssid.apps.intake.readings import Text

KIND = Kind(
    name="collection_points",
    columns=(
        Column("code", Text(20), required=True),
        province(required=True),
        ward(),
        *names(200),
        Column("address", Text(300)),
        Column("phone", PHONE_AS_PRINTED),
        Column("hours", Text(200)),
        *position(),
    ),
    key=("code",),
    posting=CatalogueTable(CollectionPoint, follow=partial(remake_entries, "point")),
)
