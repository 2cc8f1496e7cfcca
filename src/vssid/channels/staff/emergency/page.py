"""The record as the page shows it: how to reach the person, and the card."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vssid.apps.directory.selectors.names import names
from vssid.apps.people.selectors.particulars import Particulars
from vssid.apps.procedures.services.open_in_emergency import EmergencySheet
from vssid.domain.card.entitlement import CardFacts
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day, day_span, known_day
from vssid.ui.elements import Item


def page(sheet: EmergencySheet) -> dict[str, object]:
    return {
        "name": sheet.person.full_name,
        "until": f"{sheet.until.astimezone(VIETNAM):%H:%M}",
        "person": _person(sheet.person),
        "card": _card(sheet.card) if sheet.card else [],
    }


def _person(person: Particulars) -> list[Item]:
    facts = (
        Item(_("Date of birth"), known_day(person.birth), number=True),
        Item(_("Insurance number"), person.insurance_number, number=True),
        Item(_("Citizen number"), person.national_id, number=True),
        Item(_("Phone"), person.phone, number=True),
        Item(_("E-mail"), person.email),
        Item(_("Address"), person.address, data=True),
    )
    return [fact for fact in facts if fact.value]


def _card(card: CardFacts) -> list[Item]:
    known = names(facilities=[card.facility_code])
    valid = day_span(card.valid_from, card.valid_to) if card.valid_to else day(card.valid_from)
    return [
        Item(_("Card number"), card.card_number, number=True),
        Item(_("Valid"), valid, number=True),
        Item(_("Registered facility"), known.facility(card.facility_code), data=True),
    ]
