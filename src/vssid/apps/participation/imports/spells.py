"""``spells``: equal consecutive months of one fund, as the agency's collection system knows them."""

from __future__ import annotations

from vssid.apps.directory.imports.shared_columns import employer_of
from vssid.apps.intake.checks import in_order
from vssid.apps.intake.columns import Column
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import LedgerTable
from vssid.apps.intake.readings import MonthText, Scaled, Text, Whole, Words
from vssid.apps.participation.imports.overlaps import refuse_overlaps
from vssid.apps.participation.imports.usual_rates import rate_warnings
from vssid.apps.participation.models import Spell
from vssid.apps.participation.services.refold_spans import refold_spans
from vssid.apps.people.imports.person_column import person_column
from vssid.domain.ledger.entry import Fund, Scale, Status
from vssid.domain.values.rates import PPM

_RATE = Scaled(places=6, most=PPM)
_COEFFICIENT = Scaled(places=3, most=99_999)

KIND = Kind(
    name="spells",
    columns=(
        person_column(),
        Column("fund", Words(tuple(Fund)), required=True),
        Column("from_month", MonthText(), required=True),
        Column("to_month", MonthText(), required=True),
        employer_of(),
        Column("job_title", Text(200)),
        Column("workplace", Text(200)),
        Column("group_letter", Text(4)),
        Column("scale", Words(tuple(Scale))),
        Column("salary", Whole()),
        Column("coefficient", _COEFFICIENT, stored_as="coefficient_milli"),
        Column("allowances", Whole()),
        Column("rate_employee", _RATE, stored_as="rate_employee_ppm"),
        Column("rate_employer", _RATE, stored_as="rate_employer_ppm"),
        Column("status", Words(tuple(Status)), required=True),
    ),
    key=("insurance_number", "fund", "from_month", "employer_code"),
    posting=LedgerTable(Spell, judges=(refuse_overlaps,), follow=refold_spans),
    checks=(in_order("from_month", "to_month"),),
    warnings=rate_warnings(),
)
