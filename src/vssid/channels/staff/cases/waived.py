"""Many cases approved in one step: tick them, see what the rule saw, approve."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vssid.apps.procedures.errors import NoneChosen, TooManyBatches, TooManyChosen
from vssid.apps.procedures.selectors.waived import MOST, WaivedRow, waived_rows
from vssid.apps.procedures.services.approve_waived import approve_waived, look_at_waived
from vssid.channels.staff.access import StaffRequest
from vssid.channels.staff.cases import waived_page
from vssid.channels.staff.cases.access import case_workers
from vssid.domain.values.problem import Problem
from vssid.kit import clock

_APPROVE = "approve"


@require_http_methods(["GET", "HEAD", "POST"])
@case_workers
def waived(request: HttpRequest) -> HttpResponse:
    """Three pages at one address: nothing is kept between them but what the form sends."""
    actor, now = cast("StaffRequest", request).actor, clock.now()
    rows = waived_rows(actor, now=now)
    if request.method == "POST":
        try:
            if request.POST.get("step") == _APPROVE:
                chosen = waived_page.chosen(request.POST.getlist("case"))
                settled = approve_waived(actor=actor, chosen=chosen, now=now)
                return render(request, "staff/cases/waived_done.html", waived_page.outcome(settled))
            looked = look_at_waived(
                actor=actor, numbers=waived_page.numbers(request.POST.getlist("case")), now=now
            )
        except (NoneChosen, TooManyChosen, TooManyBatches) as problem:
            return _list(request, rows, problem)
        return render(request, "staff/cases/waived_look.html", waived_page.looks(looked))
    return _list(request, rows, None)


def _list(request: HttpRequest, rows: tuple[WaivedRow, ...], problem: Problem | None) -> HttpResponse:
    context = {
        "rows": [waived_page.row(one) for one in rows],
        "ticked": "all" in request.GET,
        "most": MOST,
        "refusal": _(problem.sentence) % problem.details if problem else "",
    }
    status = problem.status if problem else 200
    return render(request, "staff/cases/waived.html", context, status=status)
