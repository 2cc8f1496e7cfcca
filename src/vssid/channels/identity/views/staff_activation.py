"""The operator's code becomes a password of one's own and the right to set up the second factor."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vssid.apps.accounts.errors import WrongActivation
from vssid.apps.accounts.services.activate_staff import activate_staff
from vssid.channels.identity.caller import caller_of
from vssid.channels.identity.staff_forms import ActivationForm
from vssid.channels.identity.views.refusal import refused_page
from vssid.domain.values.problem import Problem, TooMany
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to

_TEMPLATE = "identity/staff_activate.html"


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def activate(request: HttpRequest) -> HttpResponse:
    form = ActivationForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, _TEMPLATE, {"form": form})
    try:
        activate_staff(
            number=form.cleaned_data["login"],
            code=form.cleaned_data["code"],
            password=form.cleaned_data["password"],
            network=caller_of(request).network,
            now=clock.now(),
        )
    except TooMany as refusal:
        return refused_page(request, _TEMPLATE, refusal, {"form": ActivationForm()})
    except WrongActivation as wrong:
        form.add_error("code", _(wrong.sentence))
    except Problem as problem:  # what is wrong with the number's form
        form.add_error("login", _(problem.sentence) % problem.details)
    else:
        messages.success(request, _("The password is set. Sign in with it, then set up the second factor."))
        return redirect(f"{reverse('account_login')}?next={reverse('staff:home')}")
    return render(request, _TEMPLATE, {"form": form})
