"""Clinic visits: by year, one by one with its bill, and the certificates that came of them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.directory.selectors.names import names
from vssid.apps.intake.selectors.freshness import data_as_of
from vssid.apps.visits.selectors.certificates import certificates_of
from vssid.apps.visits.selectors.visits import bill_of, every_visit, visits_of
from vssid.channels.citizen.access import CitizenRequest, citizen_only, logged_as
from vssid.channels.citizen.parameters import whole
from vssid.channels.citizen.visits import bill, costs, page, papers
from vssid.channels.citizen.visits.confirmation import shown_when_confirmed
from vssid.kit import clock
from vssid.ui.csv_file import csv_response

_FIRST_YEAR = 1995
"""Health insurance cards are not older."""


@require_safe
@citizen_only
@shown_when_confirmed
@logged_as(DataGroup.VISITS)
def visits(request: CitizenRequest) -> HttpResponse:
    this_year = clock.today().year
    year = whole(request, "year", this_year, least=_FIRST_YEAR, most=this_year)
    found = visits_of(request.actor, request.whose.person_id, year=year, today=clock.today())
    facilities = names(facilities={visit.facility_code for visit in found.visits})
    drawn = page.drawn(
        found, facilities, whose=request.whose, this_year=this_year, as_of=data_as_of("visits")
    )
    return render(request, "citizen/visits/visits.html", {"page": drawn})


@require_safe
@citizen_only
@shown_when_confirmed
@logged_as(DataGroup.VISITS)
def visits_file(request: CitizenRequest) -> HttpResponse:
    found = every_visit(request.actor, request.whose.person_id, today=clock.today())
    facilities = names(facilities={visit.facility_code for visit in found})
    return csv_response("vssid-visits", costs.file_head(), costs.file_rows(found, facilities))


@require_safe
@citizen_only
@shown_when_confirmed
@logged_as(DataGroup.VISITS)
def visit(request: CitizenRequest, public_id: str) -> HttpResponse:
    found = bill_of(request.actor, request.whose.person_id, public_id, today=clock.today())
    drawn = bill.drawn(
        found, names(facilities={found.visit.facility_code}), request.whose, as_of=data_as_of("visits")
    )
    return render(request, "citizen/visits/visit.html", {"page": drawn})


@require_safe
@citizen_only
@shown_when_confirmed
@logged_as(DataGroup.VISITS)
def certificates(request: CitizenRequest) -> HttpResponse:
    found = certificates_of(request.actor, request.whose.person_id, today=clock.today())
    drawn = papers.drawn(found, request.whose, as_of=data_as_of("certificates"))
    return render(request, "citizen/visits/certificates.html", {"page": drawn})
