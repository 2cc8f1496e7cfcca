"""The sentence a person reads for each way a value can be wrong."""

from __future__ import annotations

from types import ModuleType

import pytest

from vssid.domain.identifiers import (
    card_number,
    citizen_number,
    email,
    employer,
    facility,
    insurance_number,
    name,
    office,
    passport,
    phone,
)
from vssid.domain.values.problem import Problem

CASES = [
    (insurance_number, " ", "empty", "This is empty. Enter a value."),
    (insurance_number, "0194 000 12A", "not_a_digit", "Use digits only. “A” is not a digit."),
    (insurance_number, "0194 000 1234", "insurance_number_length",
     "An insurance number has 10 or 12 digits. You have entered 11."),
    (citizen_number, "001 194 000 12", "citizen_number_length", "Enter all 12 digits. You have entered 11."),
    (citizen_number, "001 194 000 1234", "citizen_number_too_long",
     "A citizen number has 12 digits. You have entered 13."),
    (citizen_number, "001 694 000 123", "citizen_number_century",
     "The fourth digit must be from 0 to 5. You entered 6. Check the number on the card."),
    (passport, "M1234567§", "passport_character",
     "A passport number has only the letters A to Z and digits. “§” is neither."),
    (passport, "M123456789", "passport_length",
     "A passport number has 5 to 9 letters and digits. You have entered 10."),
    (passport, "KIM MIN", "passport_without_digit",
     "A passport number has at least one digit. Check that you have not entered a name."),
    (card_number, "DN 4 01 0194 000 12", "card_number_length",
     "A card number has 15 characters or 10 digits. You have entered 14."),
    (card_number, "D44010194000123", "card_number_group",
     "A card number of 15 characters begins with two letters. You entered “D4”."),
    (card_number, "DN6010194000123", "card_number_benefit_digit",
     "The third character must be from 1 to 5. You entered “6”."),
    (card_number, "DN401019400012X", "not_a_digit", "Use digits only. “X” is not a digit."),
    (facility, "01 - 92", "facility_code_length",
     "A facility code has 5 digits, such as 01-929. You have entered 4."),
    (office, "001", "office_code_length", "An office code has 5 digits. You have entered 3."),
    (employer, "A" * 31, "employer_code_length",
     "An employer code has at most 30 characters. You have entered 31."),
    (employer, "TĐ0123A", "employer_code_character",
     "An employer code has only letters A to Z, digits, dots and dashes. “Đ” is none of them."),
    (employer, "-1", "employer_code_start",
     "An employer code begins with a letter or a digit. You entered “-”."),
    (phone, "nhà", "phone_unreadable",
     "This is not a telephone number. Enter 10 digits from 0, or + and the country code."),
    (phone, "0912 00", "phone_too_short", "This number is too short. You have entered 6 digits."),
    (phone, "0912 000 345 678 90", "phone_too_long", "This number is too long. You have entered 15 digits."),
    (phone, "0112 000 345", "phone_unassigned",
     "No telephone company uses such a number. Check the first digits and the country code."),
    (email, "lan.vssid.example", "email_at",
     "An e-mail address has one @, such as lan@example.vn. You entered 0."),
    (email, "l" * 65 + "@vssid.example", "email_length",
     "This e-mail address is too long: at most 64 characters before the @ and 254 in all."),
    (email, "lan thị@vssid.example", "email_local",
     "Check the part before the @: only plain letters, digits and signs such as dot or dash."),
    (email, "lan@vssid", "email_domain",
     "Check the part after the @: it has a dot and no spaces, such as example.vn."),
    (name, "Lan\u202e", "name_hidden_character",
     "The name holds a character that cannot be seen (U+202E). Type the name again."),
    (name, "Lan 2", "name_character", "A name has letters and spaces. Remove “2”."),
    (name, "L" * 101, "name_length", "A name has at most 100 characters. You have entered 101."),
    (name, "-", "name_without_letter", "Enter the name in letters."),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "typed", "code", "sentence"), CASES, ids=[case[2] for case in CASES])
def test_the_sentence(subject: ModuleType, typed: str, code: str, sentence: str) -> None:
    with pytest.raises(Problem) as caught:
        subject.parse(typed)
    assert (caught.value.code, caught.value.english()) == (code, sentence)


def test_codes_are_unique() -> None:
    def below(kind: type[Problem]) -> list[type[Problem]]:
        return [kind, *(one for child in kind.__subclasses__() for one in below(child))]

    codes = [kind.code for kind in below(Problem) if kind.__module__.startswith("vssid.domain.identifiers")]
    assert len(codes) == len(set(codes))
