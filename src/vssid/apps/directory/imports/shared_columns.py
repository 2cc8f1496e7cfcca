"""Columns that stand alike in several files."""

from __future__ import annotations

from vssid.apps.directory.imports.references import EMPLOYERS, FACILITIES, OFFICES, PROVINCES, WARDS
from vssid.apps.intake.columns import Column
from vssid.apps.intake.readings import Code, Day, Degrees, Text
from vssid.domain.identifiers import digits, employer, facility, office, provinces
from vssid.domain.values.problem import Problem, marked


class ProvinceCodeLength(Problem):
    code = "province_code_length"
    sentence = marked("A province code has 2 digits, such as 01. You have entered %(entered)s.")


def _province(text: str) -> str:
    code = digits.digits_of(text)
    if len(code) != 2:
        raise ProvinceCodeLength(entered=len(code))
    return code


PROVINCE_CODE = Code(_province, provinces.PATTERN)
OFFICE_CODE = Code(office.parse, office.PATTERN)
FACILITY_CODE = Code(facility.parse, facility.PATTERN)
EMPLOYER_CODE = Code(employer.parse, employer.PATTERN)
PHONE_AS_PRINTED = Text(30)


def province(*, required: bool = False) -> Column:
    return Column("province_code", PROVINCE_CODE, required=required, refers_to=PROVINCES)


def ward() -> Column:
    return Column("ward_code", Text(10), refers_to=WARDS)


def office_of(*, required: bool = False) -> Column:
    return Column("office_code", OFFICE_CODE, required=required, refers_to=OFFICES)


def facility_of(*, required: bool = False) -> Column:
    return Column("facility_code", FACILITY_CODE, required=required, refers_to=FACILITIES)


def employer_of() -> Column:
    return Column("employer_code", EMPLOYER_CODE, refers_to=EMPLOYERS)


def names(longest: int) -> tuple[Column, Column]:
    return Column("name_vi", Text(longest), required=True), Column("name_en", Text(longest))


def position() -> tuple[Column, Column]:
    return Column("latitude", Degrees(-90, 90)), Column("longitude", Degrees(-180, 180))


def period(*, since_required: bool = False) -> tuple[Column, Column]:
    return Column("since", Day(), required=since_required), Column("until", Day())
