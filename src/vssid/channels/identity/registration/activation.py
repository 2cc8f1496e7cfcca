"""The code of the message becomes a password of one's own."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vssid.apps.accounts.registrations.errors import PasswordAboutYou, WrongAccountActivation
from vssid.apps.accounts.services.activate_account import activate_account
from vssid.channels.identity.caller import caller_of, keep_device_token
from vssid.channels.identity.registration.forms import ActivateForm
from vssid.channels.identity.views.refusal import refused_page
from vssid.domain.values.problem import TooMany
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to

_TEMPLATE = "identity/register/activate.html"


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def activate(request: HttpRequest) -> HttpResponse:
    form = ActivateForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, _TEMPLATE, {"form": form})
    try:
        token = activate_account(
            number=form.cleaned_data["login"],
            code=form.cleaned_data["code"],
            password=form.cleaned_data["password"],
            network=caller_of(request).network,
            user_agent=request.headers.get("User-Agent", ""),
            now=clock.now(),
        )
    except TooMany as refusal:
        kept = {"login": form.cleaned_data["login"]}
        return refused_page(request, _TEMPLATE, refusal, {"form": ActivateForm(initial=kept)})
    except (WrongAccountActivation, PasswordAboutYou) as problem:
        form.add_error(problem.field, _(problem.sentence))
        return render(request, _TEMPLATE, {"form": form})
    messages.success(request, _("The account is active. Sign in with the password you have just chosen."))
    response = redirect("account_login")
    keep_device_token(response, token)
    return response
