"""What the agency holds about the person."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vssid.apps.accounts.selectors.contacts import contact_lines
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.directory.selectors.names import names
from vssid.apps.intake.selectors.freshness import data_as_of
from vssid.apps.people.selectors.contacts import ContactOnFile
from vssid.apps.people.selectors.particulars import particulars
from vssid.channels.citizen.access import CitizenRequest, citizen_only, logged_as
from vssid.channels.citizen.contacts.page import drawn as drawn_contacts
from vssid.channels.citizen.profile import page
from vssid.kit import clock


@require_safe
@citizen_only
@logged_as(DataGroup.PROFILE)
def profile(request: CitizenRequest) -> HttpResponse:
    person = particulars(request.actor, request.person_id, today=clock.today())
    drawn = page.drawn(
        person,
        names(offices={person.office_code}),
        drawn_contacts(contact_lines(request.actor, ContactOnFile(person.phone, person.email))),
        as_of=data_as_of("people"),
    )
    return render(request, "citizen/profile/profile.html", {"page": drawn})
