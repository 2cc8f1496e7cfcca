"""The health card: one's own, and those of the people one answers for."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.directory.selectors.names import names
from vssid.apps.healthcard.selectors.cards import CardsAhead, cards_ahead
from vssid.apps.healthcard.services.open_family_card import open_family_card
from vssid.apps.intake.selectors.freshness import data_as_of
from vssid.apps.people.selectors.public_person import kin_of, relative_of
from vssid.channels.citizen.access import CitizenRequest, citizen_only, logged_as
from vssid.channels.citizen.card import page
from vssid.channels.citizen.offline.choice import KEPT_AT_MOST
from vssid.domain.card.entitlement import CardFacts
from vssid.kit import clock


@require_safe
@citizen_only
@logged_as(DataGroup.CARD)
def card(request: CitizenRequest) -> HttpResponse:
    return _shown(request, request.person_id, _own(request), "card")


@require_safe
@citizen_only
@logged_as(DataGroup.CARD)
def printed(request: CitizenRequest) -> HttpResponse:
    return _shown(request, request.person_id, _own(request), "printed")


@require_safe
@citizen_only
def family_card(request: CitizenRequest, public_id: str) -> HttpResponse:
    person_id = relative_of(request.actor, public_id)
    return _shown(request, person_id, _opened(request, person_id), "card")


@require_safe
@citizen_only
def family_printed(request: CitizenRequest, public_id: str) -> HttpResponse:
    person_id = kin_of(request.household, relative_of(request.actor, public_id))
    return _shown(request, person_id, _opened(request, person_id), "printed")


def _own(request: CitizenRequest) -> CardsAhead:
    today = clock.today()
    return cards_ahead(request.actor, request.person_id, today=today, until=today + KEPT_AT_MOST)


def _opened(request: CitizenRequest, person_id: int) -> CardsAhead:
    return open_family_card(
        actor=request.actor,
        person_id=person_id,
        ahead=KEPT_AT_MOST,
        now=clock.now(),
        actor_name=request.household.full_name,
    )


def _shown(request: CitizenRequest, person_id: int, cards: CardsAhead, template: str) -> HttpResponse:
    shown = (cards.now, *(card for _, card in cards.later))
    known = names(facilities=[card.facility_code for card in shown if card])
    as_of = data_as_of("cards")

    def drawn(card: CardFacts | None, day: date) -> page.Page:
        return page.drawn(
            actor=request.actor,
            person_id=person_id,
            household=request.household,
            card=card,
            names=known,
            today=day,
            as_of=as_of,
        )

    later = [(day, drawn(card, day)) for day, card in cards.later]
    today = drawn(cards.now, clock.today())
    return render(request, f"citizen/card/{template}.html", {"page": today, "later": later})
