"""The reason first, then the record for some minutes."""

from __future__ import annotations

from typing import cast

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from vssid.apps.accounts.roles import Right
from vssid.apps.procedures.emergencies import LASTS, MOST_WORDS
from vssid.apps.procedures.services.open_in_emergency import look_in_emergency, open_in_emergency
from vssid.channels.staff.access import StaffRequest, staff_who_may
from vssid.channels.staff.emergency.page import page
from vssid.channels.staff.fields import NumberField
from vssid.domain.values.problem import Problem
from vssid.kit import clock

_emergency_officers = staff_who_may(Right.OPEN_IN_EMERGENCY)


class EmergencyForm(forms.Form):
    number = NumberField()
    words = forms.CharField(
        label=gettext_lazy("What has happened, and why it cannot wait"),
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": MOST_WORDS}),
        error_messages={"required": gettext_lazy("Write the reason. Without one no record opens.")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@_emergency_officers
def begin(request: HttpRequest) -> HttpResponse:
    form = EmergencyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actor = cast("StaffRequest", request).actor
        try:
            opened = open_in_emergency(actor=actor, now=clock.now(), **form.cleaned_data)
        except Problem as problem:
            form.add_error(problem.field, _(problem.sentence) % problem.details)
        else:
            return HttpResponseRedirect(reverse("staff:emergency_record", args=[opened]))
    context = {"form": form, "minutes": int(LASTS.total_seconds() // 60)}
    return render(request, "staff/emergency/begin.html", context, status=422 if form.errors else 200)


@require_safe
@_emergency_officers
def record(request: HttpRequest, public_id: str) -> HttpResponse:
    actor = cast("StaffRequest", request).actor
    sheet = look_in_emergency(actor=actor, look=public_id, now=clock.now())
    return render(request, "staff/emergency/record.html", page(sheet))
