"""A list is handed in; the worker goes through it; the page shows how far it is and what was refused."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vssid.apps.accounts.bulk.listing import COLUMNS, rejects_csv
from vssid.apps.accounts.roles import Right
from vssid.apps.accounts.selectors.bulk_files import bulk_file, bulk_files
from vssid.apps.accounts.services.hand_in_bulk import hand_in_bulk
from vssid.channels.staff.access import StaffRequest, staff_who_may
from vssid.channels.staff.bulk.forms import ListForm
from vssid.channels.staff.bulk.page import message, page, row
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import Problem
from vssid.kit import clock

_case_workers = staff_who_may(Right.WORK_CASES)
_MARK = "\ufeff"
"""By which spreadsheets know UTF-8."""


@require_http_methods(["GET", "HEAD", "POST"])
@_case_workers
def lists(request: HttpRequest) -> HttpResponse:
    actor = _actor(request)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ListForm(*sent)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            handed_in, is_new = hand_in_bulk(
                actor=actor,
                content=given["file"].read(),
                called=given["file"].name or "",
                employer=given["employer"],
                channel=given["channel"],
                language=given["language"],
                now=clock.now(),
            )
        except Problem as problem:
            form.add_error(problem.field or "file", _(problem.sentence) % problem.details)
        else:
            if not is_new:
                messages.info(request, _("This list was handed in before. Nothing is opened twice."))
            return HttpResponseRedirect(reverse("staff:list", args=[handed_in]))
    context = {"form": form, "columns": COLUMNS, "lists": [row(sheet) for sheet in bulk_files(actor)]}
    return render(request, "staff/bulk/lists.html", context, status=422 if form.errors else 200)


@require_safe
@_case_workers
def outcome(request: HttpRequest, public_id: str) -> HttpResponse:
    return render(request, "staff/bulk/list.html", page(bulk_file(_actor(request), public_id)))


@require_safe
@_case_workers
def rejects(request: HttpRequest, public_id: str) -> HttpResponse:
    """Shows values as they were delivered: to be treated like the list itself."""
    sheet = bulk_file(_actor(request), public_id)
    answer = HttpResponse(_MARK + rejects_csv(sheet.rejects, message), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="rejects.csv"'
    return answer


def _actor(request: HttpRequest) -> Actor:
    return cast("StaffRequest", request).actor
