"""The authenticator app, of citizens and of staff; and the second step at the staff door."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vssid.apps.accounts.errors import NotStaff, WrongCode
from vssid.apps.accounts.selectors.staff import Door, door_of
from vssid.apps.accounts.services.set_up_second_factor import (
    begin_second_factor,
    confirm_second_factor,
    waiting_secret,
)
from vssid.apps.accounts.services.show_second_factor import show_second_factor
from vssid.channels.identity.staff_forms import CodeForm
from vssid.channels.identity.staff_session import begin_staff, end_staff
from vssid.channels.identity.views.recovery_codes import codes_page
from vssid.channels.identity.views.refusal import refused_page
from vssid.channels.identity.visitor import visitor_of
from vssid.domain.values.problem import TooMany
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to
from vssid.kit.one_time_codes import enrolment_address
from vssid.kit.way_back import own_address
from vssid.ui.number_code import number_code

_ISSUER = "VssID"
_NEXT = "next"
_SET_UP = "identity/app_set_up.html"


@open_to(Audience.CITIZEN)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Six digits or a recovery code; ``next``: the staff page to go on to."""
    actor, now = visitor_of(request).actor, clock.now()
    door = door_of(actor, now=now)
    if door is Door.CLOSED:
        raise NotStaff
    if door is Door.SET_UP:
        return redirect("staff_set_up")
    if door is Door.ACTIVATE:
        return redirect("staff_activate")
    form = CodeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _asked(request, form)
    try:
        show_second_factor(actor=actor, code=form.cleaned_data["code"], now=now)
    except WrongCode as wrong:
        form.add_error("code", _(wrong.sentence))
        return _asked(request, form)
    except TooMany as refusal:
        return refused_page(
            request, "identity/staff_code.html", refusal, {"form": CodeForm(), "next": _next(request)}
        )
    begin_staff(request)
    return redirect(_next(request))


@open_to(Audience.CITIZEN)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """Of staff who have just been activated; then they are at work."""
    if door_of(visitor_of(request).actor, now=clock.now()) is Door.CLOSED:
        raise NotStaff
    return _set_up(request, staff=True)


@open_to(Audience.CITIZEN)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_app(request: HttpRequest) -> HttpResponse:
    """Of anybody who may change their ways in."""
    return _set_up(request, staff=False)


@open_to(Audience.EVERYONE)
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Ends being staff; the person stays signed in as a citizen."""
    end_staff(request)
    return redirect("public:home")


def _set_up(request: HttpRequest, *, staff: bool) -> HttpResponse:
    """The secret as a picture and as text, until a first code is right; then the recovery codes, once."""
    visitor, now = visitor_of(request), clock.now()
    shows = waiting_secret if request.method == "POST" else begin_second_factor
    secret = shows(actor=visitor.actor, now=now)
    context = {"staff": staff, **_picture(secret, _("Staff") if staff else visitor.full_name)}
    form = CodeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, _SET_UP, {"form": form, **context})
    try:
        codes = confirm_second_factor(
            actor=visitor.actor,
            code=form.cleaned_data["code"],
            current_key=request.session.session_key or "",
            now=now,
        )
    except WrongCode as wrong:
        form.add_error("code", _(wrong.sentence))
        return render(request, _SET_UP, {"form": form, **context})
    except TooMany as refusal:
        return refused_page(request, _SET_UP, refusal, {"form": CodeForm(), **context})
    return _staff_begins(request, codes) if staff else _app_added(request, codes)


def _staff_begins(request: HttpRequest, codes: tuple[str, ...]) -> HttpResponse:
    begin_staff(request)
    return codes_page(request, codes, go_on=reverse("staff:home"))


def _app_added(request: HttpRequest, codes: tuple[str, ...]) -> HttpResponse:
    messages.success(request, _("The app is set up. Other devices are signed out."))
    return codes_page(request, codes) if codes else redirect("citizen:sign_in_ways")


def _asked(request: HttpRequest, form: CodeForm) -> HttpResponse:
    return render(request, "identity/staff_code.html", {"form": form, "next": _next(request)})


def _picture(secret: str, holder: str) -> dict[str, object]:
    address = enrolment_address(secret, holder=holder, issuer=_ISSUER)
    groups = " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))
    return {"picture": number_code(address), "secret": groups, "address": address}


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get(_NEXT) or request.GET.get(_NEXT) or ""
    return own_address(request, wanted, otherwise=reverse("staff:home"))
