"""A card of the record as the card that is drawn: on home, on its own page, on paper."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from vssid.apps.directory.selectors.names import Names
from vssid.apps.people.selectors.holders import Holder
from vssid.domain.card.benefit import Level, level
from vssid.domain.card.entitlement import CardFacts, state
from vssid.kit.discretion import private
from vssid.kit.formats import known_day, percent
from vssid.ui.card import CardFace, CardState
from vssid.ui.number_code import number_code

_PRINTED_DIGITS = 10


def shown_number(card_number: str) -> str:
    """What cards print since 2021: the ten digits of the insurance number, without group and province."""
    return card_number[-_PRINTED_DIGITS:]


def facility(card: CardFacts, names: Names) -> str:
    """``Phòng khám An Phú (01 - 999)``, the code as cards print it; empty when none is registered."""
    code = card.facility_code
    return private(f"{names.facility(code)} ({code[:2]} - {code[2:]})") if code else ""


def level_of(card: CardFacts, today: date) -> Level | None:
    """What the card gives today; None when its benefit digit is not on record."""
    return level(card.group_code, card.benefit_digit, today) if card.benefit_digit else None


def face(card: CardFacts, holder: Holder, *, today: date, code: bool = False) -> CardFace:
    """``code=True`` draws the number as a code too."""
    given = level_of(card, today)
    number = shown_number(card.card_number)
    return CardFace(
        name=holder.full_name,
        number=number,
        state=CardState(state(card, today)),
        valid_from=card.valid_from,
        valid_until=card.valid_to,
        born=known_day(holder.birth),
        sex=sex(holder),
        level=percent(given.percent) if given else "",
        code=number_code(number) if code else "",
        code_note=_("The card number as a code. It does not prove who holds it.") if code else "",
    )


def sex(holder: Holder) -> str:
    return {"female": _("female"), "male": _("male")}.get(holder.sex, "")
