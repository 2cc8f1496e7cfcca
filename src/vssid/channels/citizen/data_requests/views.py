"""See how requests stand; send one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vssid.apps.procedures.data_requests import DataRequest
from vssid.apps.procedures.errors import RequestStands
from vssid.apps.procedures.selectors.own_cases import own_cases
from vssid.apps.procedures.services.request_about_data import request_about_data
from vssid.channels.citizen.access import CitizenRequest, citizen_only
from vssid.channels.citizen.data_requests import page
from vssid.channels.citizen.data_requests.forms import RequestForm
from vssid.domain.values.problem import NotFound
from vssid.kit import clock

_FOLDER = "citizen/data_requests"


@require_safe
@citizen_only
def requests(request: CitizenRequest) -> HttpResponse:
    drawn = page.list_page(own_cases(request.actor, now=clock.now()))
    return render(request, f"{_FOLDER}/requests.html", drawn)


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
def request_data(request: CitizenRequest, kind: str) -> HttpResponse:
    if kind not in tuple(DataRequest):
        raise NotFound
    wanted, now = DataRequest(kind), clock.now()
    form = RequestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            number = request_about_data(
                actor=request.actor, kind=wanted, words=form.cleaned_data["words"], now=now
            )
        except RequestStands as problem:
            form.add_error(None, _(problem.sentence))
        else:
            messages.success(request, _("Received under the number %(number)s.") % {"number": number})
            return redirect("citizen:data_requests")
    return render(request, f"{_FOLDER}/request.html", page.form_page(wanted, form, now=now))
