"""A telephone number, kept in E.164 (``+84912000345``). Without a country it is Vietnamese."""

from __future__ import annotations

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, ValidationResult

from vssid.domain.identifiers import digits
from vssid.domain.values.problem import Problem, marked

HOME = "VN"
PATTERN = r"\+[1-9][0-9]{6,14}"
"""The whole of a parsed number. Necessary, not sufficient: :func:`parse` knows the numbering plans."""

MOBILE_PATTERN = r"\+84(?:3[2-9]|5[689]|7[06-9]|8[1-8]|9[0-8])[0-9]{7}"
"""Most Vietnamese mobile numbers in E.164. What matches is valid: a bulk check parses only the rest."""


class PhoneUnreadable(Problem):
    code = "phone_unreadable"
    sentence = marked("This is not a telephone number. Enter 10 digits from 0, or + and the country code.")


class PhoneTooShort(Problem):
    code = "phone_too_short"
    sentence = marked("This number is too short. You have entered %(entered)s digits.")


class PhoneTooLong(Problem):
    code = "phone_too_long"
    sentence = marked("This number is too long. You have entered %(entered)s digits.")


class PhoneUnassigned(Problem):
    code = "phone_unassigned"
    sentence = marked("No telephone company uses such a number. Check the first digits and the country code.")


def parse(text: str) -> str:
    """The number in E.164; raises Empty or one of the problems above."""
    if not text.strip():
        raise digits.Empty
    try:
        number = phonenumbers.parse(text, HOME)
    except NumberParseException as reason:
        raise _unreadable(text, reason) from reason
    possible = phonenumbers.is_possible_number_with_reason(number)
    if possible == ValidationResult.TOO_SHORT:
        raise PhoneTooShort(entered=_count(text))
    if possible == ValidationResult.TOO_LONG:
        raise PhoneTooLong(entered=_count(text))
    if number.extension or not phonenumbers.is_valid_number(number):
        raise PhoneUnassigned
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def grouped(number: str) -> str:
    """``0912 000 345`` at home, ``+82 10-1234-5678`` abroad, with no-break spaces."""
    known = phonenumbers.parse(number)
    style = PhoneNumberFormat.NATIONAL if _at_home(known) else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(known, style).replace(" ", digits.NO_BREAK_SPACE)


def mask(number: str) -> str:
    """``…345``"""
    return digits.last_shown(number)


def _at_home(number: PhoneNumber) -> bool:
    return number.country_code == phonenumbers.country_code_for_region(HOME)


def _count(text: str) -> int:
    return sum(character.isdigit() for character in text)


def _unreadable(text: str, reason: NumberParseException) -> Problem:
    if reason.error_type == NumberParseException.TOO_LONG:
        return PhoneTooLong(entered=_count(text))
    if reason.error_type in (NumberParseException.TOO_SHORT_NSN, NumberParseException.TOO_SHORT_AFTER_IDD):
        return PhoneTooShort(entered=_count(text))
    return PhoneUnreadable()
