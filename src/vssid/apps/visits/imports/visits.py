"""``visits``: admissions and consultations."""

from __future__ import annotations

import re

from vssid.apps.directory.imports.shared_columns import facility_of
from vssid.apps.intake.checks import adds_up, in_order
from vssid.apps.intake.columns import Column
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import LedgerTable
from vssid.apps.intake.readings import Code, Moment, Text, Whole
from vssid.apps.people.imports.person_column import person_column
from vssid.apps.visits.models import Visit
from vssid.domain.values.problem import Problem, marked

_ONE_CODE = r"[A-Z][0-9]{2}(?:\.[0-9A-Z]{1,4})?[*†]?"
_ICD10 = rf"{_ONE_CODE}(?:; ?{_ONE_CODE}){{0,19}}"


class DiseaseCode(Problem):
    code = "icd10_format"
    sentence = marked("“%(entered)s” is not a code of ICD-10. Write J18 or J18.9, several with “;” between.")


def _icd10(text: str) -> str:
    if not re.fullmatch(_ICD10, text):
        raise DiseaseCode(entered=text)
    return text


KIND = Kind(
    name="visits",
    columns=(
        person_column(),
        Column("visit_id", Text(40), required=True),
        facility_of(),
        Column("department", Text(120)),
        Column("admitted_at", Moment()),
        Column("discharged_at", Moment()),
        Column("route_code", Text(10)),
        Column("icd10", Code(_icd10, _ICD10), sealed=True),
        Column("diagnosis", Text(1000), sealed=True),
        Column("total", Whole()),
        Column("fund_paid", Whole()),
        Column("copay", Whole()),
        Column("self_paid", Whole()),
        Column("exempt_copay", Whole()),
    ),
    key=("visit_id",),
    posting=LedgerTable(Visit, known_as="visit_id"),
    checks=(
        in_order("admitted_at", "discharged_at"),
        adds_up("total", "fund_paid", "copay", "self_paid"),
    ),
)
