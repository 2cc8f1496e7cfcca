"""The papers a person may have, those they had, and the making of one."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from vssid.apps.accounts.assurance.leave import has_proven_enough
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.documents.selectors.own_papers import own_papers
from vssid.apps.healthcard.selectors.cards import current_card
from vssid.apps.participation.selectors.ledger import participation_of
from vssid.channels.citizen.access import CitizenRequest, citizen_only, logged_as
from vssid.channels.citizen.papers.forms import PaperRequest
from vssid.channels.citizen.papers.making import made
from vssid.channels.citizen.papers.page import Page, issued_rows
from vssid.domain.ledger.entry import Fund
from vssid.domain.values.problem import NotFound
from vssid.kit import clock

_MOST_YEARS = 10


@require_safe
@citizen_only
@logged_as(DataGroup.DOCUMENTS)
def papers(request: CitizenRequest) -> HttpResponse:
    today = clock.today()
    ledger = participation_of(request.actor, request.person_id, today=today).ledger
    years = {fact.month.year for fund in Fund for fact in ledger.facts(fund)} | {today.year}
    page = Page(
        years=tuple(sorted(years, reverse=True)[:_MOST_YEARS]),
        confirmed=_confirmed(request),
        confirm_url=_confirm_url(),
        has_card=current_card(request.actor, request.person_id, today=today) is not None,
        issued=issued_rows(own_papers(request.actor)),
    )
    return render(request, "citizen/papers/papers.html", {"page": page})


@require_POST
@citizen_only
def make(request: CitizenRequest) -> HttpResponse:
    """Asked with POST, since each answer is a new paper with its own check code and a line in the log."""
    wanted = PaperRequest(request.POST)
    if not wanted.is_valid():
        raise NotFound
    if wanted.cleaned_data["visits"] and not _confirmed(request):
        return HttpResponseRedirect(_confirm_url())
    return made(request, wanted)


def _confirmed(request: CitizenRequest) -> bool:
    return has_proven_enough(request.actor, Act.VISITS)


def _confirm_url() -> str:
    back = urlencode({"next": reverse("citizen:papers"), "for": Act.VISITS})
    return f"{reverse('account_reauthenticate')}?{back}"
