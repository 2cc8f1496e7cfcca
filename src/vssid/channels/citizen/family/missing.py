"""A child that is missing from the family: ask for it, with a photo of the paper."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vssid.apps.accounts.assurance.leave import StepUpNeeded
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.accounts.services.ask_for_child import ask_for_child
from vssid.channels.citizen.access import CitizenRequest, citizen_only, proven_for
from vssid.channels.citizen.family.forms import ChildForm
from vssid.domain.values.problem import Problem
from vssid.kit import clock


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
@proven_for(Act.DEPENDANTS)
def add_child(request: CitizenRequest) -> HttpResponse:
    form = ChildForm(request.POST, request.FILES) if request.method == "POST" else ChildForm()
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            number = _ask(request, form)
        except StepUpNeeded:
            raise
        except Problem as problem:
            field = problem.field if problem.field in form.fields else None
            form.add_error(field, _(problem.sentence) % problem.details)
            status = problem.status if problem.field is None else 200
        else:
            messages.success(
                request, _("Received under the number %(number)s. An officer answers.") % {"number": number}
            )
            return redirect("citizen:family")
    form.ask_photo_again()
    return render(request, "citizen/family/add_child.html", {"form": form}, status=status)


def _ask(request: CitizenRequest, form: ChildForm) -> str:
    given = {**form.cleaned_data, "photo": form.cleaned_data["photo"].read()}
    return ask_for_child(
        actor=request.actor, actor_name=request.household.full_name, now=clock.now(), **given
    )
