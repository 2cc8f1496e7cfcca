"""See who sees whom; look at the months of one of them; give, accept and end an authorisation."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.accounts.selectors.child_accounts import child_accounts
from vssid.apps.accounts.selectors.child_requests import asked_children
from vssid.apps.accounts.selectors.delegations import delegations_of, guardians_over
from vssid.apps.accounts.services.accept_delegation import accept_delegation
from vssid.apps.accounts.services.give_delegation import give_delegation
from vssid.apps.accounts.services.revoke_delegation import revoke_delegation
from vssid.apps.directory.selectors.names import names
from vssid.apps.participation.services.open_family_record import open_family_record
from vssid.apps.people.selectors.public_person import relative_of
from vssid.channels.citizen.access import CitizenRequest, citizen_only, proven_for
from vssid.channels.citizen.family import page
from vssid.channels.citizen.family.forms import AuthoriseForm
from vssid.channels.citizen.parameters import choice
from vssid.domain.ledger.entry import Fund
from vssid.domain.values.problem import Problem
from vssid.kit import clock

_FOLDER = "citizen/family"


@require_safe
@citizen_only
def family(request: CitizenRequest) -> HttpResponse:
    drawn = page.drawn(
        request.actor,
        request.household,
        delegations_of(request.actor, now=clock.now()),
        guardians_over(request.household.own, today=clock.today()),
        child_accounts(
            request.actor,
            [one.person_id for one in request.household.relatives],
            today=clock.today(),
        ),
        asked_children(request.actor),
    )
    return render(request, f"{_FOLDER}/family.html", {"page": drawn})


@require_safe
@citizen_only
def months(request: CitizenRequest, public_id: str) -> HttpResponse:
    person_id = relative_of(request.actor, public_id)
    fund = Fund(choice(request, "fund", tuple(Fund), Fund.BHXH))
    record = open_family_record(
        actor=request.actor, person_id=person_id, actor_name=request.household.full_name, now=clock.now()
    )
    drawn = page.months_drawn(
        record,
        fund,
        names(employers={span.employer_code for span in record.spans if span.fund is fund}),
        name=request.household.holder(person_id).full_name,
        address=reverse("citizen:family_months", args=[public_id]),
        today=clock.today(),
    )
    return render(request, f"{_FOLDER}/months.html", {"page": drawn})


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
@proven_for(Act.DEPENDANTS)
def authorise(request: CitizenRequest) -> HttpResponse:
    form = AuthoriseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            give_delegation(actor=request.actor, now=clock.now(), **form.cleaned_data)
        except Problem as problem:
            field = problem.field if problem.field in form.fields else None
            form.add_error(field or "number", _(problem.sentence) % problem.details)
        else:
            messages.success(
                request,
                _("The person is asked, if number and name are right. Until they accept, nothing opens."),
            )
            return redirect("citizen:family")
    return render(request, f"{_FOLDER}/authorise.html", {"form": form})


@require_POST
@citizen_only
def accept(request: CitizenRequest) -> HttpResponse:
    accept_delegation(
        actor=request.actor,
        actor_name=request.household.full_name,
        wanted=request.POST.get("authorisation", ""),
        now=clock.now(),
    )
    messages.success(request, _("Accepted. Every look stands in the other person's access log."))
    return redirect("citizen:family")


@require_POST
@citizen_only
def end(request: CitizenRequest) -> HttpResponse:
    revoke_delegation(
        actor=request.actor,
        actor_name=request.household.full_name,
        wanted=request.POST.get("authorisation", ""),
        now=clock.now(),
    )
    messages.success(request, _("Ended. Nothing of it is open any more."))
    return redirect("citizen:family")
