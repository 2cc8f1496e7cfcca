"""The column that names a visit of the person."""

from __future__ import annotations

import polars as pl

from vssid.apps.intake.columns import Column, RowsOf
from vssid.apps.intake.database import fetch, listed, table_of
from vssid.apps.intake.findings import Findings
from vssid.apps.intake.readings import Text
from vssid.apps.visits.models import Visit

_MESSAGE = "This person has no visit with this number on record. Import it first, or correct the number."
_VISIT = {"person_id": pl.Int64(), "visit_id": pl.String()}


def visit_column() -> Column:
    return Column("visit_id", Text(40), required=True, refers_to=RowsOf("visits"))


def refuse_without_visit(rows: pl.DataFrame, standing: pl.DataFrame, findings: Findings) -> None:
    """Finds the rows (``person_id, visit_id``) whose visit does not stand."""
    table = table_of(Visit)
    with listed(rows["person_id"]) as wanted:
        visits = fetch(
            "SELECT DISTINCT v.person_id, v.visit_id"  # noqa: S608
            f" FROM {table} v JOIN {wanted} w ON w.value = v.person_id",
            _VISIT,
        )
    found = rows.join(visits, on=list(_VISIT), how="anti", maintain_order="left")
    findings.add(found["row"], "visit_id", found["visit_id"], "unknown_reference", _MESSAGE)
