"""The password is lost: a way back, a code, a new password; or "that was not me"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

import orjson
from django.conf import settings
from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vssid.apps.accounts.registrations.held import held_accounts
from vssid.apps.accounts.resets import BETWEEN_CODES, Door
from vssid.apps.accounts.services.deny_reset import deny_reset, deny_reset_by_code
from vssid.apps.accounts.services.redeem_reset import redeem_reset
from vssid.apps.accounts.services.request_reset import request_reset
from vssid.apps.notifications.vocabulary import Channel
from vssid.channels.identity.caller import caller_of
from vssid.channels.identity.fields import NumberForm
from vssid.channels.identity.recover_forms import BroughtCodeForm, DenyForm, NewPasswordByCodeForm
from vssid.channels.identity.views.refusal import refused_page
from vssid.channels.identity.visitor import carries_session, visitor_of
from vssid.domain.values.problem import Problem, TooMany
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to
from vssid.kit.formats.waiting import clock_time
from vssid.kit.tokens import TokenBroken, opened_token, sealed_token
from vssid.ui.elements import Row

_KIND = "recover"
_ASK, _CHOOSE, _DENY = (
    "account/recover_ask.html",
    "account/recover_choose.html",
    "account/recover_not_me.html",
)
_ELSEWHERE = "account/recover_elsewhere.html"
_ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the page before; travels sealed in the address."""

    number: str
    channel: Channel
    at: datetime


@open_to(Audience.EVERYONE)
@require_safe
def recover(request: HttpRequest) -> HttpResponse:
    """Every way back in, the safest first."""
    return render(
        request,
        "account/recover.html",
        {
            "ways": _ways(),
            "eid_offered": settings.VNEID is not None,
            "age": held_accounts().own_password_at,
        },
    )


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, channel: str) -> HttpResponse:
    """The number, for a code by ``channel``: sms or email."""
    form = NumberForm(request.POST or None)
    context = {"form": form, "by_email": channel == Channel.EMAIL}
    if request.method != "POST" or not form.is_valid():
        return render(request, _ASK, context)
    try:
        return _sent(request, form.cleaned_data["login"], Channel(channel))
    except TooMany as refusal:
        return refused_page(request, _ASK, refusal, context)


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Code and new password; ``again`` asks for another code."""
    asked = _asked(request)
    if asked is None:
        return redirect("account_recover")
    if "again" in request.POST:
        return _again(request, asked)
    form = NewPasswordByCodeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _chosen(request, asked, form)
    try:
        return _redeemed(request, asked.number, form, Door.WEB)
    except TooMany as refusal:
        return refused_page(request, _CHOOSE, refusal, _choose_context(asked, NewPasswordByCodeForm()))
    except Problem as problem:
        form.add_error(problem.field, _(problem.sentence))
        return _chosen(request, asked, form)


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def elsewhere(request: HttpRequest, door: str) -> HttpResponse:
    """A code was asked for at an office, by telephone or in a chat: it is typed here, with the password."""
    form = BroughtCodeForm(request.POST or None)
    context = {"form": form, "by_telephone": door == Door.HOTLINE, "in_a_chat": door == Door.WEB}
    if request.method != "POST" or not form.is_valid():
        return render(request, _ELSEWHERE, context)
    try:
        return _redeemed(request, form.cleaned_data["login"], form, Door(door))
    except TooMany as refusal:
        return refused_page(request, _ELSEWHERE, refusal, {**context, "form": BroughtCodeForm()})
    except Problem as problem:
        form.add_error(problem.field, _(problem.sentence))
        return render(request, _ELSEWHERE, context)


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def not_me(request: HttpRequest) -> HttpResponse:
    """Somebody else asked for a code: signed in, a button; otherwise number and the code that came."""
    if carries_session(request):
        return _denied_signed_in(request)
    form = DenyForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, _DENY, {"form": form})
    try:
        deny_reset_by_code(
            number=form.cleaned_data["login"],
            code=form.cleaned_data["code"],
            network=caller_of(request).network,
            now=clock.now(),
        )
    except TooMany as refusal:
        return refused_page(request, _DENY, refusal, {"form": DenyForm()})
    except Problem as problem:
        form.add_error(problem.field, _(problem.sentence))
        return render(request, _DENY, {"form": form})
    return render(request, _DENY, {"done": True})


def _denied_signed_in(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, _DENY, {"form": Form()})
    deny_reset(actor=visitor_of(request).actor, now=clock.now())
    return render(request, _DENY, {"done": True})


def _ways() -> list[Row]:
    by = "account_recover_ask"
    return [
        Row(
            _("Passkey"),
            _("On the sign-in page: face, fingerprint or the lock of the device"),
            reverse("account_login"),
            "key",
        ),
        Row(
            _("Code by text message"),
            _("To the telephone number of the account"),
            reverse(by, args=[Channel.SMS]),
            "device-mobile",
        ),
        Row(
            _("Code by e-mail"),
            _("To the e-mail address of the account"),
            reverse(by, args=[Channel.EMAIL]),
            "mail",
        ),
    ]


def _redeemed(request: HttpRequest, number: str, form: Form, door: Door) -> HttpResponse:
    redeem_reset(
        number=number,
        code=form.cleaned_data["code"],
        new_password=form.cleaned_data["password"],
        network=caller_of(request).network,
        now=clock.now(),
        door=door,
    )
    messages.success(request, _("The new password is set, and every device is signed out. Sign in with it."))
    return redirect("account_login")


def _again(request: HttpRequest, asked: Asked) -> HttpResponse:
    try:
        return _sent(request, asked.number, asked.channel)
    except TooMany as refusal:
        return refused_page(request, _CHOOSE, refusal, _choose_context(asked, NewPasswordByCodeForm()))


def _sent(request: HttpRequest, number: str, channel: Channel) -> HttpResponse:
    """The same for every number."""
    now = clock.now()
    request_reset(number=number, channel=channel, network=caller_of(request).network, now=now)
    content = orjson.dumps({"number": number, "channel": channel, "at": int(now.timestamp())})
    return redirect(
        f"{reverse('account_recover_choose')}?{urlencode({_ASKED: sealed_token(_KIND, content)})}"
    )


def _asked(request: HttpRequest) -> Asked | None:
    """None for an address that no page of ours made, or an old one."""
    try:
        kept = orjson.loads(opened_token(_KIND, request.GET.get(_ASKED, "")))
    except TokenBroken:
        return None
    return Asked(kept["number"], Channel(kept["channel"]), datetime.fromtimestamp(kept["at"], UTC))


def _chosen(request: HttpRequest, asked: Asked, form: Form) -> HttpResponse:
    return render(request, _CHOOSE, _choose_context(asked, form))


def _choose_context(asked: Asked, form: Form) -> dict[str, object]:
    now, next_code = clock.now(), asked.at + BETWEEN_CODES
    return {
        "form": form,
        "by_email": asked.channel is Channel.EMAIL,
        "ask_url": reverse("account_recover_ask", args=[asked.channel]),
        "next_code_at": clock_time(next_code, now=now) if next_code > now else "",
    }
