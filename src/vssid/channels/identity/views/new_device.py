"""The second thing on a new device: between the right password and the session."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from vssid.apps.accounts.assurance.tables import PASSKEYS, ProofKind
from vssid.apps.accounts.errors import NoContact, WrongCode, WrongPasskey
from vssid.apps.accounts.selectors.after_reset import needs_eid
from vssid.apps.accounts.selectors.factors import Factors, factors_of
from vssid.apps.accounts.selectors.reach import Reach, reach_of
from vssid.apps.accounts.sent_codes import CodePurpose
from vssid.apps.accounts.services.redeem_code import redeem_code
from vssid.apps.accounts.services.send_code import send_code
from vssid.apps.accounts.services.take_code import take_code
from vssid.apps.notifications.vocabulary import Channel
from vssid.channels.identity.passkeys import request_options, shown_passkey
from vssid.channels.identity.proofs import record_proof
from vssid.channels.identity.staff_forms import CodeForm, SentCodeForm
from vssid.channels.identity.stages import NewDevice, waiting_at_new_device
from vssid.channels.identity.views.refusal import refused_page
from vssid.domain.values.problem import TooMany
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to

_TEMPLATE = "account/new_device.html"
_BY_MESSAGE = {Channel.SMS: ProofKind.SMS_CODE, Channel.EMAIL: ProofKind.EMAIL_CODE}
_CODES = {ProofKind.TOTP, ProofKind.RECOVERY_CODE}


@dataclass
class _Page:
    """What stands on the page once more: forms with their errors, a refusal in words."""

    code: CodeForm
    sent: SentCodeForm
    refusal: str = ""


@open_to(Audience.EVERYONE)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new_device(request: HttpRequest) -> HttpResponse:
    """POST one of ``credential``, ``code`` (app or recovery), ``send`` (sms or email), ``sent_code``,
    ``leave``."""
    stage = waiting_at_new_device(request)
    if stage is None:
        return redirect("account_login")
    page = _Page(CodeForm(), SentCodeForm())
    if request.method != "POST":
        return _drawn(request, stage, page)
    if "leave" in request.POST:
        return stage.abort()  # type: ignore[no-any-return]
    try:
        kind = _shown(request, stage, page)
    except WrongPasskey as wrong:
        page.refusal = _(wrong.sentence)
    except WrongCode as wrong:
        form = page.sent if "sent_code" in request.POST else page.code
        form.add_error("sent_code" if form is page.sent else "code", _(wrong.sentence))
    except NoContact as nowhere:
        page.refusal = _(nowhere.sentence)
    except TooMany as refusal:
        return refused_page(request, _TEMPLATE, refusal, _context(stage, _Page(CodeForm(), SentCodeForm())))
    else:
        if kind is not None:
            return _let_in(request, stage, kind)
    return _drawn(request, stage, page)


def _shown(request: HttpRequest, stage: NewDevice, page: _Page) -> ProofKind | None:
    """What was shown; None when a code was sent or a form says what is missing."""
    account, now = stage.login.user, clock.now()
    if "credential" in request.POST:
        return shown_passkey(request.POST["credential"], account).kind
    if "send" in request.POST:
        _send(request, stage)
        return None
    if "sent_code" in request.POST:
        page.sent = SentCodeForm(request.POST)
        channel = stage.state.get("channel", "")
        if not page.sent.is_valid() or channel not in _BY_MESSAGE:
            return None
        typed = page.sent.cleaned_data["sent_code"]
        redeem_code(account_id=account.pk, purpose=CodePurpose.SIGN_IN, typed=typed, now=now)
        return _BY_MESSAGE[channel]
    page.code = CodeForm(request.POST)
    if not page.code.is_valid():
        return None
    return take_code(account_id=account.pk, code=page.code.cleaned_data["code"], now=now)


def _send(request: HttpRequest, stage: NewDevice) -> None:
    """Again too: a new code voids the one before."""
    account_id, channel = stage.login.user.pk, request.POST["send"]
    if channel not in _reach(account_id, factors_of(account_id)).channels:
        return
    masked = send_code(
        account_id=account_id,
        purpose=CodePurpose.SIGN_IN,
        channel=Channel(channel),
        now=clock.now(),
    )
    stage.state.update(channel=channel, masked=masked)
    stage.keep()


def _let_in(request: HttpRequest, stage: NewDevice, kind: ProofKind) -> HttpResponse:
    record_proof(request, stage.login.user, kind)
    if kind in _BY_MESSAGE.values():
        messages.info(
            request,
            _(
                "This device is known from now on. A passkey is safer than codes by message: "
                "add one under Settings, Sign-in and safety."
            ),
        )
    response: HttpResponse = stage.exit()
    return response


def _drawn(request: HttpRequest, stage: NewDevice, page: _Page) -> HttpResponse:
    return render(request, _TEMPLATE, _context(stage, page) | {"refusal": page.refusal})


def _context(stage: NewDevice, page: _Page) -> dict[str, object]:
    account = stage.login.user
    factors = factors_of(account.pk)
    held, reach = factors.held, _reach(account.pk, factors)
    passkey = bool(held & PASSKEYS)
    return {
        "by_passkey": passkey,
        "options": request_options(account) if passkey else "",
        "by_code": bool(held & _CODES),
        "reach": reach,
        "sms": _whole(reach.sms),
        "email": _whole(reach.email),
        "sent_to": stage.state.get("masked", ""),
        "sent_by": stage.state.get("channel", ""),
        "by_eid": settings.VNEID is not None,
        "nothing": not held and not reach.channels,
        "onward": stage.login.redirect_url or "",
        "code_form": page.code,
        "sent_form": page.sent,
    }


def _whole(address: str) -> SafeString:
    """Not broken at its dots."""
    return format_html('<span class="v-whole">{}</span>', address)


def _reach(account_id: int, factors: Factors) -> Reach:
    """Whoever has a passkey or an app shows it, and so does VNeID after a reset: a code by message would be
    the way around them."""
    return Reach() if factors.any or needs_eid(account_id) else reach_of(account_id)
