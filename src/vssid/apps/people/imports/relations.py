"""``relations``: who belongs to whom."""

from __future__ import annotations

import polars as pl

from vssid.apps.intake.checks import RowCheck, in_order
from vssid.apps.intake.columns import Column
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import LedgerTable
from vssid.apps.intake.readings import Day, Words
from vssid.apps.people.imports.person_column import person_column
from vssid.apps.people.models import Relation

_TO_ONESELF = RowCheck(
    "related_to_oneself",
    "relative_person_id",
    pl.col("relative_person_id") == pl.col("person_id"),
    "Both numbers belong to the same person. Correct the one that is wrong.",
)

KIND = Kind(
    name="relations",
    columns=(
        person_column(),
        person_column("relative_insurance_number", stored_as="relative_person_id"),
        Column(
            "relation", Words(("child", "parent", "spouse", "sibling", "ward", "cared_for")), required=True
        ),
        Column("since", Day()),
        Column("until", Day()),
    ),
    key=("insurance_number", "relative_insurance_number", "relation"),
    posting=LedgerTable(Relation),
    checks=(_TO_ONESELF, in_order("since", "until")),
)
