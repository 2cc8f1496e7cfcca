"""``employers``: units that contribute for people."""

from __future__ import annotations

import re
from functools import partial

from vssid.apps.directory.imports.shared_columns import (
    EMPLOYER_CODE,
    PHONE_AS_PRINTED,
    names,
    office_of,
    period,
    province,
)
from vssid.apps.directory.models import Employer
from vssid.apps.directory.services.remake_entries import remake_entries
from vssid.apps.intake.checks import in_order
from vssid.apps.intake.columns import Column
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import CatalogueTable
from vssid.apps.intake.readings import Code, Text, Words
from vssid.domain.values.problem import Problem, marked

_TAX_CODE = r"[0-9]{10}(?:-[0-9]{3})?|[0-9]{12}"


class TaxCode(Problem):
    code = "tax_code_format"
    sentence = marked(
        "A tax code has 10 or 12 digits, or 10 digits, a dash and 3 digits. Check “%(entered)s”."
    )


def _tax_code(text: str) -> str:
    if not re.fullmatch(_TAX_CODE, text):
        raise TaxCode(entered=text)
    return text


KIND = Kind(
    name="employers",
    columns=(
        Column("code", EMPLOYER_CODE, required=True),
        Column("tax_code", Code(_tax_code, _TAX_CODE)),
        province(required=True),
        office_of(),
        Column("region", Words(("I", "II", "III", "IV"))),
        *names(200),
        Column("address", Text(300)),
        Column("phone", PHONE_AS_PRINTED),
        *period(),
    ),
    key=("code",),
    posting=CatalogueTable(Employer, follow=partial(remake_entries, "employer")),
    checks=(in_order("since", "until"),),
)
