"""The passport number: 5 to 9 letters and digits, at least one digit (ICAO Doc 9303-4: at most nine)."""

from __future__ import annotations

import re

from vssid.domain.identifiers import digits
from vssid.domain.values.problem import Problem, marked

PATTERN = "|".join(
    f"[A-Z]{{{letters}}}[0-9][A-Z0-9]{{{max(0, 4 - letters)},{8 - letters}}}" for letters in range(9)
)
"""The whole of a parsed number: one branch for each place the first digit can have."""


class PassportCharacter(Problem):
    code = "passport_character"
    sentence = marked("A passport number has only the letters A to Z and digits. “%(found)s” is neither.")


class PassportLength(Problem):
    code = "passport_length"
    sentence = marked("A passport number has 5 to 9 letters and digits. You have entered %(entered)s.")


class PassportWithoutDigit(Problem):
    code = "passport_without_digit"
    sentence = marked("A passport number has at least one digit. Check that you have not entered a name.")


def parse(text: str) -> str:
    """Upper-case letters and digits; raises Empty or one of the problems above."""
    number = digits.squeezed(text).upper()
    stranger = re.search(r"[^A-Z0-9]", number)
    if stranger:
        raise PassportCharacter(found=stranger[0])
    if not 5 <= len(number) <= 9:
        raise PassportLength(entered=len(number))
    if not any(character.isdigit() for character in number):
        raise PassportWithoutDigit
    return number


def grouped(number: str) -> str:
    """As printed in the passport: one word."""
    return number


def mask(number: str) -> str:
    """``…567``"""
    return digits.last_shown(number)
