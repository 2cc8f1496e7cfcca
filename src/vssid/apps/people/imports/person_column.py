"""The column that names a person, in every file about persons."""

from __future__ import annotations

import re

from vssid.apps.intake.columns import Column, Persons
from vssid.apps.intake.readings import Code
from vssid.apps.people.services.find_persons import find_persons
from vssid.domain.identifiers import citizen_number, digits, insurance_number, passport
from vssid.domain.values.problem import Problem


def any_number(text: str) -> str:
    """An insurance, citizen or passport number; digits alone are told what an insurance number wants."""
    plain = digits.squeezed(text).upper()
    if re.search("[A-Z]", plain):
        return passport.parse(plain)
    try:
        return insurance_number.parse(plain)
    except Problem:
        if re.fullmatch(citizen_number.PATTERN, plain) or re.fullmatch(passport.PATTERN, plain):
            return plain
        raise


def person_column(name: str = "insurance_number", stored_as: str = "person_id") -> Column:
    """Any number the person has or ever had; stored as the person's id."""
    return Column(
        name,
        Code(any_number, r"[0-9]{10}|[0-9]{12}|[0-9]{9}"),
        required=True,
        stored_as=stored_as,
        refers_to=Persons(find_persons),
    )
