"""Show again, or show more of, who one is: before something delicate, then back to where one was."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vssid.apps.accounts.assurance.leave import proofs_for
from vssid.apps.accounts.assurance.tables import Act, ProofKind
from vssid.apps.accounts.errors import WrongPassword
from vssid.apps.accounts.services.confirm_password import confirm_password
from vssid.channels.identity.forms import PasswordAgainForm
from vssid.channels.identity.proofs import proofs_of, record_proof
from vssid.channels.identity.views.refusal import refused_page
from vssid.channels.identity.visitor import visitor_of
from vssid.domain.values.problem import TooMany
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to
from vssid.kit.way_back import own_address

_TEMPLATE = "account/reauthenticate.html"


@open_to(Audience.CITIZEN)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step_up(request: HttpRequest) -> HttpResponse:
    """``for``: the act it is asked for; ``next``: where to go on."""
    form = PasswordAgainForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _asked(request, form)
    try:
        confirm_password(
            actor=visitor_of(request).actor, password=form.cleaned_data["password"], now=clock.now()
        )
    except WrongPassword as wrong:
        form.add_error("password", _(wrong.sentence))
        return _asked(request, form)
    except TooMany as refusal:
        return refused_page(request, _TEMPLATE, refusal, _context(request, PasswordAgainForm()))
    record_proof(request, request.user, ProofKind.PASSWORD, again=True)
    return HttpResponseRedirect(_next(request))


def _asked(request: HttpRequest, form: PasswordAgainForm) -> HttpResponse:
    return render(request, _TEMPLATE, _context(request, form))


def _context(request: HttpRequest, form: PasswordAgainForm) -> dict[str, object]:
    shown = {proof.kind for proof in proofs_of(request, request.user)}
    enough = proofs_for(_act(request), shown=shown, held={ProofKind.PASSWORD})
    return {"form": form, "by_password": ProofKind.PASSWORD in enough, "next": _wanted(request)}


def _act(request: HttpRequest) -> Act:
    """What nobody names, or names wrongly, is what is asked most."""
    wanted = request.GET.get("for", "")
    return Act(wanted) if wanted in set(Act) else Act.VISITS


def _next(request: HttpRequest) -> str:
    return own_address(request, _wanted(request), otherwise=resolve_url(settings.LOGIN_REDIRECT_URL))


def _wanted(request: HttpRequest) -> str:
    return request.POST.get("next") or request.GET.get("next") or ""
