"""The contribution statement (form C14-TS): what it is, and the paper itself."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from vssid.apps.participation.services.issue_statement import issue_statement
from vssid.channels.citizen.access import CitizenRequest, citizen_only
from vssid.channels.citizen.participation.page import tabs
from vssid.kit import clock


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
def statement(request: CitizenRequest) -> HttpResponse:
    """Asked with POST, since each answer is a new paper with its own check code and a line in the log."""
    if request.method == "POST":
        return _paper(request)
    return render(request, "citizen/participation/statement.html", {"tabs": tabs(None)})


def _paper(request: CitizenRequest) -> HttpResponse:
    issued = issue_statement(
        actor=request.actor,
        person_id=request.person_id,
        language=get_language() or "vi",
        check_address=request.build_absolute_uri(reverse("public:verify")),
        now=clock.now(),
    )
    response = HttpResponse(issued.file, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="C14-TS-{clock.today():%Y-%m-%d}.pdf"'
    return response
