"""What was decided and paid."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.benefits.selectors.history import benefits_of
from vssid.apps.benefits.selectors.payouts import payouts_of
from vssid.apps.intake.selectors.freshness import data_as_of
from vssid.channels.citizen.access import CitizenRequest, citizen_only, logged_as
from vssid.channels.citizen.benefits import page
from vssid.channels.citizen.parameters import choice
from vssid.kit import clock
from vssid.ui.csv_file import csv_response


@require_safe
@citizen_only
@logged_as(DataGroup.BENEFITS)
def benefits(request: CitizenRequest) -> HttpResponse:
    tab = choice(request, "tab", page.TABS, page.ALL)
    payments = benefits_of(request.actor, request.whose.person_id, today=clock.today())
    account = payouts_of(request.actor, request.whose.person_id, now=clock.now())
    drawn = page.drawn(payments, tab, account, request.whose, as_of=data_as_of("benefits"))
    return render(request, "citizen/benefits/benefits.html", {"page": drawn})


@require_safe
@citizen_only
@logged_as(DataGroup.BENEFITS)
def benefits_file(request: CitizenRequest) -> HttpResponse:
    payments = benefits_of(request.actor, request.whose.person_id, today=clock.today())
    return csv_response("vssid-benefits", page.file_head(), page.file_rows(payments))
