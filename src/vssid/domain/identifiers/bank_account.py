"""The number of a bank account: 6 to 19 digits (VietQR, template 38). A card is not an account."""

from __future__ import annotations

import re

from vssid.domain.identifiers import digits
from vssid.domain.values.problem import Problem, marked

PATTERN = r"[0-9]{6,19}"
_CARD = re.compile(r"9704(?:[0-9]{12}|[0-9]{15})")
"""Domestic cards: the number of the scheme, then 16 or 19 digits in all."""


class BankAccountLength(Problem):
    code = "bank_account_length"
    sentence = marked(
        "The number of a bank account has 6 to 19 digits. You have entered %(entered)s. It stands in the "
        "bank's app."
    )


class CardNumber(Problem):
    code = "card_number_typed"
    sentence = marked(
        "This is the number of a bank card. Enter the number of the account: it stands in the bank's app."
    )


def parse(text: str) -> str:
    """The digits; raises Empty, NotADigit or one of the problems above."""
    number = digits.digits_of(text)
    if not re.fullmatch(PATTERN, number):
        raise BankAccountLength(entered=len(number))
    if _CARD.fullmatch(number):
        raise CardNumber
    return number


def mask(number: str) -> str:
    """``…4321``, and less of a short number."""
    return digits.last_shown(number, 4)
