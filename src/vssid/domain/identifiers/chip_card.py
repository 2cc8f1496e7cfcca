"""The QR of the chip citizen card: what it prints, unsigned, to fill a form and never to prove anything.

UTF-8 text of seven fields split by ``|``: number, number of the old card or nothing, full name, birth date
``ddmmyyyy``, ``Nam`` or ``Nữ``, address, issue date ``ddmmyyyy``. Cards of 2024 add fields, which are left
unread.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

from vssid.domain.identifiers import citizen_number, name
from vssid.domain.identifiers.citizen_number import Sex
from vssid.domain.values.problem import Problem, marked

LONGEST = 1_000
"""Characters; no card comes near."""

_FIELDS = 7
_SEXES = {"nam": Sex.MALE, "nữ": Sex.FEMALE}
_LONGEST_ADDRESS = 300


class NotAChipCard(Problem):
    code = "not_a_chip_card"
    sentence = marked(
        "This is not the QR code of a citizen card. It is at the top right of the front of the chip card: "
        "scan it again, or type the number."
    )


@dataclass(frozen=True, slots=True)
class ChipCard:
    """``national_id`` 12 digits; ``old_id`` 9 digits or empty; ``address`` as printed, maybe empty."""

    national_id: str
    old_id: str
    full_name: str
    birth_date: date
    sex: Sex
    address: str
    issued_on: date | None


def parse(text: str) -> ChipCard:
    """Raises NotAChipCard."""
    if len(text) > LONGEST:
        raise NotAChipCard
    fields = [field.strip() for field in unicodedata.normalize("NFC", text).strip().split("|")]
    if len(fields) < _FIELDS:
        raise NotAChipCard
    number, old, full_name, born, sex, address, issued = fields[:_FIELDS]
    try:
        card = ChipCard(
            national_id=citizen_number.parse(number),
            old_id=citizen_number.parse(old) if old else "",
            full_name=name.parse(full_name),
            birth_date=_day(born),
            sex=_SEXES[sex.casefold()],
            address=_address(address),
            issued_on=_day(issued) if issued else None,
        )
    except (Problem, KeyError, ValueError) as unreadable:
        raise NotAChipCard from unreadable
    if len(card.national_id) != 12 or len(card.old_id) not in (0, 9):
        raise NotAChipCard
    return card


def _day(digits: str) -> date:
    """``14031994``; raises ValueError."""
    if len(digits) != 8 or not (digits.isascii() and digits.isdigit()):
        raise ValueError(digits)
    return date(int(digits[4:]), int(digits[2:4]), int(digits[:2]))


def _address(text: str) -> str:
    """One line; raises ValueError when it holds what no card prints."""
    if len(text) > _LONGEST_ADDRESS or not all(character.isprintable() for character in text):
        raise ValueError("address")
    return " ".join(text.split())
