"""The first page after sign-in."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.healthcard.selectors.cards import current_card
from vssid.apps.intake.selectors.freshness import data_as_of
from vssid.apps.notifications.selectors.inbox import unread_notices
from vssid.apps.participation.selectors.ledger import participation_of
from vssid.channels.citizen.access import CitizenRequest, citizen_only, logged_as
from vssid.channels.citizen.closing.page import closing_day
from vssid.channels.citizen.home import page
from vssid.kit import clock


@require_safe
@citizen_only
@logged_as(DataGroup.SUMMARY)
def home(request: CitizenRequest) -> HttpResponse:
    actor, person_id, today = request.actor, request.person_id, clock.today()
    drawn = page.drawn(
        household=request.household,
        card=current_card(actor, person_id, today=today),
        ledger=participation_of(actor, person_id, today=today).ledger,
        unread=unread_notices(actor, language=get_language()),
        today=today,
        as_of=data_as_of(),
    )
    context = {
        "page": drawn,
        "welcomed": request.visitor.welcomed,
        "closes": closing_day(request.visitor.closes_at),
    }
    return render(request, "citizen/home/home.html", context)
