"""What the face of a health card shows, and the states a card can be in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class CardState(StrEnum):
    VALID = "valid"
    EXPIRING = "expiring"
    FUTURE = "future"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


USABLE = {CardState.VALID, CardState.EXPIRING}

WORDS = {
    CardState.VALID: _("Valid"),
    CardState.EXPIRING: _("Expires soon"),
    CardState.FUTURE: _("Not valid yet"),
    CardState.EXPIRED: _("Expired"),
    CardState.WITHDRAWN: _("Withdrawn"),
    CardState.REPLACED: _("Replaced"),
}

BANDS = {
    CardState.VALID: _("Valid until %(until)s"),
    CardState.EXPIRING: _("Valid only until %(until)s"),
    CardState.FUTURE: _("Valid from %(since)s"),
    CardState.EXPIRED: _("Expired on %(until)s"),
    CardState.WITHDRAWN: _("Withdrawn, do not use"),
    CardState.REPLACED: _("Replaced by a newer card"),
}

ICONS = {
    CardState.VALID: "circle-check",
    CardState.EXPIRING: "clock",
    CardState.FUTURE: "calendar",
    CardState.EXPIRED: "alert-triangle",
    CardState.WITHDRAWN: "ban",
    CardState.REPLACED: "replace",
}


@dataclass(frozen=True, slots=True)
class CardFace:
    """``number``: digits alone. ``valid_until`` is included in the validity; None is open.

    ``code``: the drawn code, safe inline SVG without style attributes, or empty; ``code_note`` says what
    it does not prove. ``born``: the birth date as registered, which may be a year alone. ``sex``: in words.
    ``level``: the benefit level in short words, such as "80%".
    """

    name: str
    number: str
    state: CardState
    valid_from: date | None = None
    valid_until: date | None = None
    born: str = ""
    sex: str = ""
    level: str = ""
    code: str = ""
    code_note: str = ""
