"""The authenticator app, of citizens and of staff; and the second step at the staff door."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vssid.apps.accounts.assurance.tables import PASSKEYS, ProofKind
from vssid.apps.accounts.errors import NotStaff, PasskeyNeeded, WrongCode, WrongPasskey
from vssid.apps.accounts.selectors.factors import own_factors
from vssid.apps.accounts.selectors.staff import Door, door_of, opening
from vssid.apps.accounts.services.enter_staff import enter_staff
from vssid.apps.accounts.services.set_up_second_factor import (
    begin_second_factor,
    confirm_second_factor,
    waiting_secret,
)
from vssid.apps.accounts.services.take_code import take_code
from vssid.apps.accounts.staff_surroundings import require_surroundings
from vssid.channels.identity.passkeys import request_options, shown_passkey
from vssid.channels.identity.proofs import record_proof
from vssid.channels.identity.staff_forms import CodeForm
from vssid.channels.identity.staff_session import begin_staff, end_staff
from vssid.channels.identity.views.recovery_codes import codes_page
from vssid.channels.identity.views.refusal import refused_page
from vssid.channels.identity.visitor import visitor_of
from vssid.domain.values.problem import TooMany
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to
from vssid.kit.caller_network import network_of
from vssid.kit.one_time_codes import enrolment_address
from vssid.kit.way_back import own_address
from vssid.ui.number_code import number_code

_ISSUER = "VssID"
_NEXT = "next"
_SET_UP = "identity/app_set_up.html"
_DOOR = "identity/staff_code.html"
_BEFORE_THE_DOOR = {
    Door.SET_UP: "staff_set_up",
    Door.ACTIVATE: "staff_activate",
    Door.ADD_PASSKEY: "passkey_add",
}


@open_to(Audience.CITIZEN)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """POST ``credential`` of a passkey, or ``code`` where the role allows one; ``next``: where to go on."""
    actor, now = visitor_of(request).actor, clock.now()
    door = door_of(actor, now=now)
    if door is Door.CLOSED:
        raise NotStaff
    require_surroundings(roles=actor.roles, network=network_of(request), now=now)
    if door is not Door.SHOW:
        return redirect(_BEFORE_THE_DOOR[door])
    form = CodeForm(request.POST or None)
    try:
        shown = _shown(request, form) if request.method == "POST" else None
    except WrongPasskey as wrong:
        return _asked(request, form=CodeForm(), refusal=_(wrong.sentence))
    except WrongCode as wrong:
        form.add_error("code", _(wrong.sentence))
        return _asked(request, form=form)
    except TooMany as refusal:
        return refused_page(request, _DOOR, refusal, _door(request, CodeForm()))
    if shown is None:
        return _asked(request, form=form)
    enter_staff(actor=actor, shown=shown, now=now)
    begin_staff(request)
    record_proof(request, request.user, shown, again=True)
    return redirect(_next(request))


@open_to(Audience.CITIZEN)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """Of staff who have just been activated: a passkey; in a demonstration also an app."""
    actor = visitor_of(request).actor
    if door_of(actor, now=clock.now()) is Door.CLOSED:
        raise NotStaff
    if ProofKind.TOTP not in opening():
        return redirect("passkey_add")
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


def _shown(request: HttpRequest, form: CodeForm) -> ProofKind | None:
    """A code that opens nothing is not even tried: it stays good for elsewhere."""
    if "credential" in request.POST:
        return shown_passkey(request.POST["credential"], request.user).kind
    if not form.is_valid():
        return None
    if ProofKind.TOTP not in opening():
        raise PasskeyNeeded
    return take_code(account_id=request.user.pk or 0, code=form.cleaned_data["code"], now=clock.now())


def _asked(request: HttpRequest, *, form: CodeForm, refusal: str = "") -> HttpResponse:
    return render(request, _DOOR, {**_door(request, form), "refusal": refusal})


def _door(request: HttpRequest, form: CodeForm) -> dict[str, object]:
    actor = visitor_of(request).actor
    ways = own_factors(actor).held & opening()
    by_passkey = bool(ways & PASSKEYS)
    return {
        "form": form,
        "next": _next(request),
        "by_passkey": by_passkey,
        "options": request_options(request.user) if by_passkey else "",
        "by_code": bool(ways - PASSKEYS),
    }


def _picture(secret: str, holder: str) -> dict[str, object]:
    address = enrolment_address(secret, holder=holder, issuer=_ISSUER)
    groups = " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))
    return {"picture": number_code(address), "secret": groups, "address": address}


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get(_NEXT) or request.GET.get(_NEXT) or ""
    return own_address(request, wanted, otherwise=reverse("staff:home"))
