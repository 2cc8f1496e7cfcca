"""The QR of paper health-insurance cards: text of up to fifteen pieces, unsigned.

It only fills a form. Pieces split by ``|``: 0 card number, 1 name as hexadecimal UTF-8, 2 birth date, 3 sex 1
or 2, 4 address as hexadecimal or ``-``, 5 first facility, 6 valid from, 7 valid to, 8 issued on, 9 managing
code, 10 parent, 11 living area, 12 day of five years, 13 check value, 14 ``$``. Readers differ in what they
pass on: tail pieces may be missing, dates have one or two digits, the facility any dash.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from vssid.domain.identifiers import card_number, facility, name
from vssid.domain.identifiers.citizen_number import Sex
from vssid.domain.values.partial_date import PartialDate
from vssid.domain.values.problem import Problem, marked

LONGEST = 2_000
MOST_PIECES = 20
_LEAST_PIECES = 4
_SEXES = {"1": Sex.MALE, "2": Sex.FEMALE}
_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_YEAR = re.compile(r"[0-9]{4}")
_DASHES = re.compile(r"[\s\-\u2010-\u2015]+")


class NotAHealthCard(Problem):
    code = "not_a_health_card"
    sentence = marked(
        "This is not the QR code of a health-insurance card. Scan it again, or type the number on the card."
    )


@dataclass(frozen=True, slots=True)
class LegacyCard:
    """``number`` of 15 characters or 10 digits. What the card does not say is empty or None."""

    number: str
    full_name: str
    birth_date: PartialDate
    sex: Sex | None
    address: str
    facility_code: str
    valid_from: date | None
    valid_to: date | None

    @property
    def insurance_number(self) -> str:
        """The last ten digits."""
        return self.number[-10:]


def parse(text: str) -> LegacyCard:
    """Raises NotAHealthCard."""
    if len(text) > LONGEST:
        raise NotAHealthCard
    pieces = [piece.strip() for piece in text.strip().split("|")]
    if not _LEAST_PIECES <= len(pieces) <= MOST_PIECES:
        raise NotAHealthCard
    pieces += [""] * (MOST_PIECES - len(pieces))
    try:
        return LegacyCard(
            number=card_number.parse(pieces[0]),
            full_name=name.parse(_spelled(pieces[1])),
            birth_date=_birth_date(pieces[2]),
            sex=_SEXES[pieces[3]] if pieces[3] else None,
            address=_spelled(_said(pieces[4])),
            facility_code=_facility(_said(pieces[5])),
            valid_from=_day_or_none(pieces[6]),
            valid_to=_day_or_none(pieces[7]),
        )
    except (Problem, KeyError, ValueError) as unreadable:
        raise NotAHealthCard from unreadable


def _said(piece: str) -> str:
    return "" if piece in {"-", "$"} else piece


def _spelled(piece: str) -> str:
    """Hexadecimal UTF-8 as text of one line; raises ValueError."""
    if not re.fullmatch(r"(?:[0-9A-Fa-f]{2})*", piece):
        raise ValueError("hexadecimal digits")
    text = unicodedata.normalize("NFC", bytes.fromhex(piece).decode("utf-8"))
    if not all(character.isprintable() for character in text):
        raise ValueError("control characters")
    return text


def _birth_date(piece: str) -> PartialDate:
    if _YEAR.fullmatch(piece):
        return PartialDate.of(int(piece))
    day = _day_or_none(piece)
    if day is None:
        raise ValueError("birth date")
    return PartialDate.on(day)


def _day_or_none(piece: str) -> date | None:
    if not _said(piece):
        return None
    match = _DAY.fullmatch(piece)
    if match is None:
        raise ValueError("date")
    day, month, year = map(int, match.groups())
    return date(year, month, day)


def _facility(piece: str) -> str:
    return facility.parse(_DASHES.sub("", piece)) if piece else ""
