"""``offices``: social-insurance offices."""

from __future__ import annotations

from functools import partial

from vssid.apps.directory.imports.shared_columns import (
    OFFICE_CODE,
    PHONE_AS_PRINTED,
    names,
    position,
    province,
)
from vssid.apps.directory.models import Office
from vssid.apps.directory.services.remake_entries import remake_entries
from vssid.apps.intake.columns import Column
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import CatalogueTable
from vssid.apps.intake.readings import Code, Text
from vssid.domain.identifiers import email

KIND = Kind(
    name="offices",
    columns=(
        Column("code", OFFICE_CODE, required=True),
        province(required=True),
        *names(200),
        Column("address", Text(300)),
        Column("phone", PHONE_AS_PRINTED),
        Column("email", Code(email.parse, r"[a-z0-9]{1,30}@[a-z0-9]{1,30}\.[a-z]{2,10}")),
        Column("hours", Text(200)),
        *position(),
    ),
    key=("code",),
    posting=CatalogueTable(Office, follow=partial(remake_entries, "office")),
)
