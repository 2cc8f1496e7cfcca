"""The electronic social-insurance book."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.benefits.selectors.book import book as book_of
from vssid.apps.intake.selectors.freshness import data_as_of
from vssid.channels.citizen.access import CitizenRequest, citizen_only, logged_as
from vssid.channels.citizen.book import page
from vssid.kit import clock


@require_safe
@citizen_only
@logged_as(DataGroup.PARTICIPATION)
@logged_as(DataGroup.BENEFITS)
def book(request: CitizenRequest) -> HttpResponse:
    today = clock.today()
    found = book_of(request.actor, request.person_id, as_of=today)
    drawn = page.drawn(found, today=today, as_of=data_as_of("spells"))
    return render(request, "citizen/book/book.html", {"page": drawn})
