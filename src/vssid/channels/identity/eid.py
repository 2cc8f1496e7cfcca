"""What happens when the national e-ID has answered: the account it opens, or a page with the way out."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vssid.apps.accounts.assurance.tables import ProofKind
from vssid.apps.accounts.errors import (
    EidAccountClosed,
    EidOfAnother,
    EidReplaced,
    EidUnmatched,
    EidWithoutAccount,
    TooManyEidMatches,
)
from vssid.apps.accounts.national_eid import NationalEid
from vssid.apps.accounts.registrations.answers import Question
from vssid.apps.accounts.registrations.states import WITH_OFFICE
from vssid.apps.accounts.selectors.registrations import own_registration
from vssid.apps.accounts.services.end_tokens import end_tokens
from vssid.apps.accounts.services.link_eid import account_of_eid, link_eid
from vssid.apps.accounts.services.open_by_eid import begin_by_eid
from vssid.channels.identity.backends import NumberAndPassword
from vssid.channels.identity.proofs import record_proof
from vssid.channels.identity.registration import questions
from vssid.channels.identity.registration.browser import keep_token, kept_registration
from vssid.channels.identity.visitor import channel_of, visitor_of
from vssid.domain.values.problem import Problem, TooMany, marked
from vssid.kit import clock
from vssid.kit.caller_network import network_of
from vssid.kit.formats.waiting import try_again

SILENT, DECLINED = "silent", "declined"
"""Told to the sign-in page by its address."""

_WORDS: dict[type[Problem], str] = {
    EidUnmatched: marked(
        "It has been noted for staff. Any social-insurance office settles it while you wait: bring your "
        "citizen card. A password you have works as before."
    ),
    EidWithoutAccount: marked(
        "Register in the app, or at any social-insurance office: bring your citizen card. It costs nothing."
    ),
    EidAccountClosed: marked(
        "Any social-insurance office can open it again. Bring your citizen card. It costs nothing."
    ),
    EidOfAnother: marked("Nothing was linked. Sign in to VNeID as yourself, or sign out here first."),
    EidReplaced: marked(
        "It has been noted for staff. You can also sign in with your password and remove the earlier link in "
        "Settings."
    ),
}
"""What to do, by situation."""
_SITUATIONS: tuple[type[Problem], ...] = (*_WORDS, TooManyEidMatches)


class SocialAdapter(DefaultSocialAccountAdapter):
    """The library looks up, signs up and links by rules of its own: here none of them is reached."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        raise ImmediateHttpResponse(_entered(request, sociallogin.eid, sociallogin.state))

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, *, exception: Problem, **particulars: Any
    ) -> None:
        raise ImmediateHttpResponse(_stopped(request, exception))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False


def _entered(request: HttpRequest, eid: NationalEid, state: dict[str, Any]) -> HttpResponse:
    onward = state.get("next")
    try:
        if state.get("process") == "connect":
            return _linked(request, eid, onward)
        entered = account_of_eid(eid=eid, language=_language(), channel=channel_of(request), now=clock.now())
    except EidWithoutAccount as problem:
        return _registering(request, eid, problem)
    except _SITUATIONS as problem:
        return _page(request, problem, words=_way_out(problem), code=problem.code)
    if request.user.is_authenticated and request.user.pk == entered.account_id:
        _record(request, request.user, eid, again=True)
        return redirect(onward or resolve_url("citizen:home"))
    if request.user.is_authenticated:
        end_tokens(session_keys=[request.session.session_key or ""], now=clock.now())
        logout(request)
    account = NumberAndPassword().get_user(entered.account_id)
    _record(request, account, eid)
    if entered.opened:
        onward = reverse("citizen:contacts")
        messages.success(request, _("Your account is open. Say where you are reached: one is enough."))
    response: HttpResponse = perform_login(request, Login(user=account, redirect_url=onward))
    request.session.set_expiry(0)
    return response


def _registering(request: HttpRequest, eid: NationalEid, problem: EidWithoutAccount) -> HttpResponse:
    """Goes on with an ordinary registration, answered as far as VNeID tells; one that an office works on is
    shown."""
    kept = kept_registration(request)
    if kept is not None and kept.state in WITH_OFFICE:
        return redirect("register_status")
    try:
        token = begin_by_eid(eid=eid, network=network_of(request), language=_language(), now=clock.now())
    except EidWithoutAccount:
        return _page(request, problem, words=_way_out(problem), code=problem.code)
    messages.info(request, _("There is no account for you yet. What VNeID tells is filled in: add the rest."))
    response = HttpResponseRedirect(questions.after(Question.NAME, own_registration(token)))
    keep_token(response, token)
    return response


def _language() -> str:
    return get_language() or "vi"


def _linked(request: HttpRequest, eid: NationalEid, onward: str | None) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect("account_login")
    link_eid(actor=visitor_of(request).actor, eid=eid, now=clock.now())
    _record(request, request.user, eid, again=True)
    messages.success(request, _("VNeID now opens your account."))
    return redirect(onward or reverse("eid_link"))


def _record(request: HttpRequest, account: Any, eid: NationalEid, *, again: bool = False) -> None:
    """What the session says of this proof; how much it is worth is decided where sessions are read."""
    shown_at = int(eid.shown_at.timestamp())
    record_proof(
        request, account, ProofKind.VNEID, again=again, uid=eid.digest, acr=eid.acr, auth_time=shown_at
    )


def _stopped(request: HttpRequest, problem: Problem) -> HttpResponse:
    """Before anybody was recognised: what is wrong is VNeID's or the browser's, never the person's."""
    if problem.code == "vneid_silent":
        return _back_to_sign_in(request, SILENT)
    if problem.code == "vneid_declined":
        return _back_to_sign_in(request, DECLINED)
    fault = str(problem.details.get("fault", problem.code))
    words = _("Nothing was changed. Try once more. If it stays so, tell the hotline the code below.")
    return _page(request, problem, words=words, code=fault)


def _back_to_sign_in(request: HttpRequest, why: str) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect(f"{reverse('eid_link')}?vneid={why}")
    return redirect(f"{reverse('account_login')}?vneid={why}")


def _way_out(problem: Problem) -> str:
    if isinstance(problem, TooMany):
        return try_again(problem.retry_seconds or 1, now=clock.now())
    return _(_WORDS[type(problem)])


def _page(request: HttpRequest, problem: Problem, *, words: str, code: str) -> HttpResponse:
    context = {"title": _(problem.sentence), "words": words, "code": code}
    response = render(request, "identity/eid_stopped.html", context, status=problem.status)
    if problem.retry_seconds is not None:
        response["Retry-After"] = str(problem.retry_seconds)
    return response
