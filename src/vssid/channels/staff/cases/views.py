"""The queue, one case, and a case that is not in the queue."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from vssid.apps.procedures.kinds.loading import catalogue
from vssid.apps.procedures.policies import works_on
from vssid.apps.procedures.selectors.queue import View
from vssid.apps.procedures.selectors.queue import queue as queue_of
from vssid.apps.procedures.services.look_at_case import look_at_case, look_elsewhere
from vssid.apps.procedures.services.look_at_photo import look_at_photo
from vssid.channels.staff.access import StaffRequest
from vssid.channels.staff.cases import case_page, queue_page
from vssid.channels.staff.cases.access import case_workers
from vssid.channels.staff.cases.forms import ElsewhereForm
from vssid.domain.values.problem import NotFound
from vssid.kit import clock


@require_safe
@case_workers
def queue(request: HttpRequest) -> HttpResponse:
    actor = cast("StaffRequest", request).actor
    kinds = [kind for kind in catalogue().values() if works_on(actor, kind)]
    view, kind, mark = (request.GET.get(name, "") for name in ("view", "kind", "after"))
    if (view and view not in set(View)) or (kind and kind not in {one.code for one in kinds}):
        raise NotFound
    shown = View(view or View.IN_WORK)
    try:
        found = queue_of(actor, now=clock.now(), view=shown, kind=kind, mark=mark)
    except ValueError as error:
        raise NotFound from error
    context = queue_page.page(found, view=shown, kind=kind, kinds=kinds, mark=mark)
    return render(
        request, "staff/cases/queue.html", {**context, "at_once": any(kind.waived for kind in kinds)}
    )


@require_safe
@case_workers
def case(request: HttpRequest, number: str) -> HttpResponse:
    actor = cast("StaffRequest", request).actor
    sheet = look_at_case(actor=actor, number=number, now=clock.now())
    return render(request, "staff/cases/case.html", case_page.page(sheet, reader=actor.id))


@require_safe
@case_workers
def photo(request: HttpRequest, number: str, photo: str) -> HttpResponse:
    """One photo of an applicant, for the officer who decides."""
    actor = cast("StaffRequest", request).actor
    found = look_at_photo(actor=actor, number=number, photo=photo, now=clock.now())
    return HttpResponse(found, content_type="image/jpeg", headers={"Cache-Control": "no-store"})


@require_http_methods(["GET", "HEAD", "POST"])
@case_workers
def elsewhere(request: HttpRequest) -> HttpResponse:
    """A look at a case of another office is made by sending the form: an address alone never opens one."""
    actor = cast("StaffRequest", request).actor
    form = ElsewhereForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        sheet = look_elsewhere(actor=actor, now=clock.now(), **form.cleaned_data)
        return render(request, "staff/cases/case.html", case_page.page(sheet, reader=actor.id))
    return render(request, "staff/cases/elsewhere.html", {"form": form})
