"""The answer of the card check: three, and no more."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from vssid.apps.healthcard.services.check_validity import Validity
from vssid.kit.formats import day
from vssid.ui.elements import Item


@dataclass(frozen=True, slots=True)
class CardAnswer:
    """``tone``: good, warn or info, as the notice component names them."""

    tone: str
    title: str
    text: str
    facts: tuple[Item, ...] = ()


def card_answer(found: Validity | None) -> CardAnswer:
    if found is None:
        return CardAnswer(
            "info",
            _("This does not match our records."),
            _("Check number, name and date of birth. An unknown number gets the same answer."),
        )
    facts = (Item(_("Name, masked"), found.masked_name, data=True),)
    if not found.valid:
        return CardAnswer(
            "warn",
            _("This card is not valid today."),
            _("The holder sees why in the app or at the office."),
            facts,
        )
    title = (
        _("This card is valid until %(day)s.") % {"day": day(found.until)}
        if found.until
        else _("This card is valid, without an end date.")
    )
    return CardAnswer("good", title, _("A valid card does not show that the bearer is its holder."), facts)
