"""Three pages and the end of them. Plain pages: they work without script and with the keyboard alone."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from vssid.apps.accounts.services.finish_welcome import finish_welcome
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.healthcard.selectors.cards import current_card
from vssid.apps.participation.selectors.ledger import participation_of
from vssid.channels.citizen.access import CitizenRequest, citizen_only, logged_as
from vssid.channels.citizen.welcome import steps
from vssid.kit import clock


@require_safe
@citizen_only
@logged_as(DataGroup.SUMMARY)
def card(request: CitizenRequest) -> HttpResponse:
    today = clock.today()
    facts = current_card(request.actor, request.person_id, today=today)
    page = steps.card_step(facts, request.household.own, today=today)
    return render(request, "citizen/welcome/card.html", {"page": page, "step": page.step})


@require_safe
@citizen_only
@logged_as(DataGroup.SUMMARY)
def months(request: CitizenRequest) -> HttpResponse:
    today = clock.today()
    ledger = participation_of(request.actor, request.person_id, today=today).ledger
    page = steps.months_step(ledger, today=today)
    return render(request, "citizen/welcome/months.html", {"page": page, "step": page.step})


@require_safe
@citizen_only
def control(request: CitizenRequest) -> HttpResponse:
    step, rows = steps.control_step()
    return render(request, "citizen/welcome/control.html", {"step": step, "rows": rows})


@require_POST
@citizen_only
def finish(request: CitizenRequest) -> HttpResponse:
    """Read to the end or declined: both are the last word."""
    finish_welcome(actor=request.actor, now=clock.now())
    return redirect("citizen:home")
