"""Show again, or show more of, who one is: before something delicate, then back to where one was."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vssid.apps.accounts.assurance.leave import proofs_for
from vssid.apps.accounts.assurance.tables import PASSKEYS, Act, ProofKind
from vssid.apps.accounts.errors import WrongCode, WrongPasskey, WrongPassword
from vssid.apps.accounts.selectors.factors import own_factors
from vssid.apps.accounts.selectors.linked_eid import linked_eid
from vssid.apps.accounts.services.confirm_password import confirm_password
from vssid.apps.accounts.services.take_code import take_code
from vssid.channels.identity.forms import PasswordAgainForm
from vssid.channels.identity.passkeys import request_options, shown_passkey
from vssid.channels.identity.proofs import proofs_of, record_proof
from vssid.channels.identity.staff_forms import CodeForm
from vssid.channels.identity.views.refusal import refused_page
from vssid.channels.identity.visitor import visitor_of
from vssid.domain.values.problem import TooMany
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to
from vssid.kit.way_back import own_address

_TEMPLATE = "account/reauthenticate.html"
_CODES = {ProofKind.TOTP, ProofKind.RECOVERY_CODE}


@open_to(Audience.CITIZEN)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step_up(request: HttpRequest) -> HttpResponse:
    """``for``: the act it is asked for; ``next``: where to go on. POST ``password``, ``code`` or
    ``credential``."""
    if request.method != "POST":
        return _asked(request)
    password, code = PasswordAgainForm(request.POST), CodeForm(request.POST)
    try:
        if "credential" in request.POST:
            kind = shown_passkey(request.POST["credential"], request.user).kind
        elif "code" in request.POST:
            kind = _code_taken(request, code)
        else:
            kind = _password_right(request, password)
    except _Incomplete:
        typed_code = "code" in request.POST
        return _asked(request, code=code if typed_code else None, password=None if typed_code else password)
    except WrongPassword as wrong:
        password.add_error("password", _(wrong.sentence))
        return _asked(request, password=password)
    except WrongCode as wrong:
        code.add_error("code", _(wrong.sentence))
        return _asked(request, code=code)
    except WrongPasskey as wrong:
        return _asked(request, refusal=_(wrong.sentence))
    except TooMany as refusal:
        return refused_page(request, _TEMPLATE, refusal, _context(request))
    record_proof(request, request.user, kind, again=True)
    return HttpResponseRedirect(_next(request))


class _Incomplete(Exception):
    """The form says what is missing."""


def _password_right(request: HttpRequest, form: PasswordAgainForm) -> ProofKind:
    if not form.is_valid():
        raise _Incomplete
    confirm_password(actor=visitor_of(request).actor, password=form.cleaned_data["password"], now=clock.now())
    return ProofKind.PASSWORD


def _code_taken(request: HttpRequest, form: CodeForm) -> ProofKind:
    if not form.is_valid():
        raise _Incomplete
    account_id = request.user.pk or 0
    return take_code(account_id=account_id, code=form.cleaned_data["code"], now=clock.now())


def _asked(
    request: HttpRequest, *, password: Form | None = None, code: Form | None = None, refusal: str = ""
) -> HttpResponse:
    context = _context(request)
    given = {"password_form": password, "code_form": code, "refusal": refusal}
    return render(request, _TEMPLATE, context | {name: value for name, value in given.items() if value})


def _context(request: HttpRequest) -> dict[str, object]:
    """What would be enough here, of what the account has."""
    actor = visitor_of(request).actor
    held = own_factors(actor).held | {ProofKind.PASSWORD}
    if settings.VNEID is not None and linked_eid(actor) is not None:
        held |= {ProofKind.VNEID}
    shown = frozenset(proof.kind for proof in proofs_of(request, request.user))
    enough = set(proofs_for(_act(request), shown=shown, held=held))
    passkey = bool(enough & PASSKEYS)
    return {
        "by_passkey": passkey,
        "options": request_options(request.user) if passkey else "",
        "by_code": bool(enough & _CODES),
        "by_password": ProofKind.PASSWORD in enough,
        "by_eid": ProofKind.VNEID in enough,
        "eid_offered": settings.VNEID is not None,
        "enough": bool(enough),
        "password_form": PasswordAgainForm(),
        "code_form": CodeForm(),
        "next": _wanted(request),
    }


def _act(request: HttpRequest) -> Act:
    """What nobody names, or names wrongly, is what is asked most."""
    wanted = request.GET.get("for", "")
    return Act(wanted) if wanted in set(Act) else Act.VISITS


def _next(request: HttpRequest) -> str:
    return own_address(request, _wanted(request), otherwise=resolve_url(settings.LOGIN_REDIRECT_URL))


def _wanted(request: HttpRequest) -> str:
    return request.POST.get("next") or request.GET.get("next") or ""
