"""``people``: who is insured."""

from __future__ import annotations

import polars as pl

from vssid.apps.directory.imports.shared_columns import office_of, province, ward
from vssid.apps.intake.checks import RowCheck
from vssid.apps.intake.columns import Column
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.readings import Code, Day, PartialDay, Text, Words
from vssid.apps.people.services.post_people import PeopleTable
from vssid.domain.identifiers import citizen_number, email, insurance_number, name, passport, phone
from vssid.domain.values.problem import Problem, marked

USUAL_NAME = r"\p{L}[\p{L}\p{M}'.’\-]{0,30}(?: \p{L}[\p{L}\p{M}'.’\-]{0,30}){0,2}"
USUAL_EMAIL = (
    r"[a-z0-9]{1,20}(?:[._\-][a-z0-9]{1,20}){0,2}@[a-z0-9]{1,14}(?:[.\-][a-z0-9]{1,14}){0,3}\.[a-z]{2,10}"
)

_DIES_BEFORE_BIRTH = RowCheck(
    "ends_before_it_begins",
    "died_on",
    pl.col("died_on").dt.to_string("%Y-%m-%d").str.slice(0, 4) < pl.col("birth_date").str.slice(0, 4),
    "This lies before birth_date. Correct the one that is wrong.",
)


class CountryCode(Problem):
    code = "country_code_format"
    sentence = marked("“%(entered)s” is not a country code. Use the two letters of ISO 3166, such as VN.")


def _country(text: str) -> str:
    code = text.upper()
    if len(code) != 2 or not (code.isascii() and code.isalpha()):
        raise CountryCode(entered=text)
    return code


KIND = Kind(
    name="people",
    columns=(
        Column(
            "insurance_number",
            Code(insurance_number.parse, insurance_number.PATTERN),
            required=True,
            sealed=True,
        ),
        Column("national_id", Code(citizen_number.parse, citizen_number.PATTERN), sealed=True),
        Column("passport_number", Code(passport.parse, passport.PATTERN), sealed=True),
        Column("full_name", Code(name.parse, USUAL_NAME), required=True),
        Column("birth_date", PartialDay()),
        Column("sex", Words(("male", "female"))),
        Column("nationality", Code(_country, "[A-Z]{2}")),
        Column("ethnicity", Text(30)),
        Column("phone", Code(phone.parse, phone.MOBILE_PATTERN), sealed=True),
        Column("email", Code(email.parse, USUAL_EMAIL), sealed=True),
        province(),
        ward(),
        Column("address", Text(300), sealed=True),
        office_of(),
        Column("died_on", Day()),
    ),
    key=("insurance_number",),
    posting=PeopleTable(),
    checks=(_DIES_BEFORE_BIRTH,),
)
