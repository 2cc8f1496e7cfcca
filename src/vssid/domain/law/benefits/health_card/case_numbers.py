"""What a clinic is told about a card number, before anybody looks whether there is such a card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from vssid.domain.identifiers import card_number, citizen_number, digits
from vssid.domain.identifiers.card_number import CardNumberBenefitDigit
from vssid.domain.identifiers.provinces import Kind, Province, changed_on, province_or_none
from vssid.domain.values.problem import Problem

LENGTHS = (10, 12, 15)
"""The insurance number, the citizen number that stands in for it, the number of the card."""
RIGHT = "000"
ARMY, POLICE = "001", "002"
_OF_INSTITUTION = {"97": ARMY, "98": POLICE}
WRONG_NUMBER, WRONG_PROVINCE, WRONG_DIGIT = "051", "052", "053"
VALID = frozenset({RIGHT, ARMY, POLICE})


@dataclass(frozen=True, slots=True)
class Reading:
    """``code``: of the claims gateway (annex of letter 1923/BHXH-CNTT). The parts are empty where the number
    has none; those of a wrong number of 15 characters are as they stand.
    """

    code: str
    group: str = ""
    digit: str = ""
    province: str = ""
    insurance_number: str = ""

    @property
    def valid(self) -> bool:
        return self.code in VALID


def read_number(text: str) -> Reading:
    """A card number as it was typed, with spaces or without."""
    try:
        plain = digits.squeezed(text).upper()
    except Problem:
        return Reading(WRONG_NUMBER)
    if len(plain) == 15:
        return Reading(_code(plain), plain[:2], plain[2], plain[3:5], plain[5:])
    return Reading(_code(plain), insurance_number=plain if len(plain) in LENGTHS else "")


def _code(plain: str) -> str:
    try:
        number = citizen_number.parse(plain) if len(plain) == 12 else card_number.parse(plain)
    except CardNumberBenefitDigit:
        return WRONG_DIGIT
    except Problem:
        return WRONG_NUMBER
    parts = card_number.parts(number)
    if parts is None:
        return RIGHT
    issued_by = _ever(parts.province_code)
    if issued_by is None:
        return WRONG_PROVINCE
    return _OF_INSTITUTION[issued_by.code] if issued_by.kind is Kind.INSTITUTION else RIGHT


def _ever(code: str) -> Province | None:
    """What a code means, or meant until the provinces were merged."""
    merged = changed_on()
    return province_or_none(code, merged) or province_or_none(code, merged - timedelta(days=1))
