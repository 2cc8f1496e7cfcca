"""A visit begins, and what is started in it. No page here takes or shows a password or a code."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vssid.apps.accounts.roles import Right
from vssid.apps.accounts.selectors.counter import VisitSheet, visit_sheet, visits_at_counter
from vssid.apps.accounts.services.open_visit import open_visit
from vssid.apps.accounts.services.register_at_counter import register_at_counter
from vssid.apps.accounts.services.start_reset_at_counter import (
    reset_to_new_contact,
    start_reset_at_counter,
)
from vssid.apps.accounts.services.vet_passkey import vet_passkey
from vssid.apps.notifications.vocabulary import Channel
from vssid.channels.staff.access import StaffRequest, staff_who_may
from vssid.channels.staff.counter.confirmed import CONFIRMED
from vssid.channels.staff.counter.forms import ContactForm, RegistrationForm, VisitForm
from vssid.channels.staff.counter.page import page, row
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound, Problem
from vssid.kit import clock

_counter_officers = staff_who_may(Right.START_RESETS)
_CHANNELS = {Channel.SMS.value: Channel.SMS, Channel.EMAIL.value: Channel.EMAIL}


@require_http_methods(["GET", "HEAD", "POST"])
@_counter_officers
def counter(request: HttpRequest) -> HttpResponse:
    actor, form = _actor(request), VisitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            opened = open_visit(actor=actor, now=clock.now(), **form.cleaned_data)
        except Problem as problem:
            form.add_error(problem.field, _(problem.sentence) % problem.details)
        else:
            return HttpResponseRedirect(reverse("staff:counter_visit", args=[opened]))
    visits = [row(sheet) for sheet in visits_at_counter(actor, now=clock.now())]
    status = 422 if form.errors else 200
    return render(request, "staff/counter/counter.html", {"form": form, "visits": visits}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@_counter_officers
def register(request: HttpRequest) -> HttpResponse:
    """What the officer reads off the paper; the visitor answers the rest and sends it."""
    form = RegistrationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            dossier = register_at_counter(
                actor=_actor(request),
                paper=given["paper"],
                answers=form.answers(),
                language=given["language"],
                now=clock.now(),
            )
        except Problem as problem:
            form.add_error(problem.field, _(problem.sentence) % problem.details)
        else:
            return render(request, "staff/counter/registered.html", {"dossier": dossier})
    status = 422 if form.errors else 200
    return render(request, "staff/counter/register.html", {"form": form}, status=status)


@require_safe
@_counter_officers
def visit(request: HttpRequest, public_id: str) -> HttpResponse:
    return render(request, "staff/counter/visit.html", page(_sheet(request, public_id)))


@_counter_officers
@require_POST
def send_code(request: HttpRequest, public_id: str) -> HttpResponse:
    channel = _CHANNELS.get(request.POST.get("channel", ""))
    if channel is None:
        raise NotFound
    start = partial(start_reset_at_counter, channel=channel)
    return _done(request, public_id, start, _("The code is on its way."))


@_counter_officers
@require_POST
def new_contact(request: HttpRequest, public_id: str) -> HttpResponse:
    actor, form = _actor(request), ContactForm(request.POST)
    if form.is_valid():
        channel, typed = Channel(form.cleaned_data["channel"]), form.cleaned_data["address"]
        try:
            sent = reset_to_new_contact(
                actor=actor, visit=public_id, channel=channel, typed=typed, now=clock.now()
            )
        except NotFound:
            raise
        except Problem as problem:
            form.add_error("address", _(problem.sentence) % problem.details)
        else:
            said = _("The code is on its way.") if sent else _("A second officer has to confirm it.")
            messages.success(request, said)
            return HttpResponseRedirect(reverse("staff:counter_visit", args=[public_id]))
    context = page(_sheet(request, public_id), form)
    return render(request, "staff/counter/visit.html", context, status=422)


@_counter_officers
@require_POST
def confirm(request: HttpRequest, public_id: str) -> HttpResponse:
    confirmed = CONFIRMED[_sheet(request, public_id).purpose]
    to = "" if confirmed.goes_on else reverse("staff:counter")
    return _done(request, public_id, confirmed.service, str(confirmed.said), to=to)


@_counter_officers
@require_POST
def confirm_passkey(request: HttpRequest, public_id: str) -> HttpResponse:
    vet = partial(vet_passkey, passkey=request.POST.get("passkey", ""))
    return _done(request, public_id, vet, _("The passkey is confirmed. The visitor is told."))


def _actor(request: HttpRequest) -> Actor:
    return cast("StaffRequest", request).actor


def _sheet(request: HttpRequest, public_id: str) -> VisitSheet:
    return visit_sheet(_actor(request), public_id, now=clock.now())


def _done(
    request: HttpRequest, public_id: str, act: Callable[..., None], said: str, *, to: str = ""
) -> HttpResponse:
    """Does it to the visit, and goes back to the visit, by default; what stood in the way is said there."""
    back = reverse("staff:counter_visit", args=[public_id])
    try:
        act(actor=_actor(request), visit=public_id, now=clock.now())
    except NotFound:
        raise
    except Problem as problem:
        messages.warning(request, _(problem.sentence) % problem.details)
        return HttpResponseRedirect(back)
    messages.success(request, said)
    return HttpResponseRedirect(to or back)
