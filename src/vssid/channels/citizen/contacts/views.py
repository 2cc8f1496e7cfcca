"""See where one is reached; change it with a code to the new address and one to the old."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.accounts.errors import OnHold, TooManyCodes
from vssid.apps.accounts.selectors.contacts import ContactLine, contact_lines
from vssid.apps.accounts.services.begin_contact_change import begin_contact_change
from vssid.apps.accounts.services.confirm_contact_change import confirm_contact_change
from vssid.apps.accounts.services.stop_contact_change import stop_contact_change
from vssid.apps.notifications.vocabulary import Channel
from vssid.channels.citizen.access import CitizenRequest, citizen_only, proven_for
from vssid.channels.citizen.contacts import page
from vssid.channels.citizen.contacts.forms import AddressForm, CodesForm
from vssid.domain.values.problem import Problem
from vssid.kit import clock
from vssid.kit.formats.waiting import clock_time

_FOLDER = "citizen/contacts"


@require_safe
@citizen_only
def contacts(request: CitizenRequest) -> HttpResponse:
    return render(request, f"{_FOLDER}/contacts.html", {"lines": page.drawn(contact_lines(request.actor))})


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
@proven_for(Act.PHONE)
def change(request: CitizenRequest, channel: str) -> HttpResponse:
    by_email = channel == Channel.EMAIL
    form = AddressForm(request.POST or None, by_email=by_email)
    context = {"form": form, "by_email": by_email}
    if request.method != "POST" or not form.is_valid():
        return render(request, f"{_FOLDER}/change.html", context)
    try:
        begin_contact_change(
            actor=request.actor, channel=Channel(channel), value=form.cleaned_data["value"], now=clock.now()
        )
    except (OnHold, TooManyCodes) as problem:
        return render(
            request,
            f"{_FOLDER}/change.html",
            context | {"refusal": _(problem.sentence)},
            status=problem.status,
        )
    except Problem as problem:
        form.add_error("value", _(problem.sentence) % problem.details)
        return render(request, f"{_FOLDER}/change.html", context)
    return redirect("citizen:contact_confirm", channel=channel)


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
@proven_for(Act.PHONE)
def confirm(request: CitizenRequest, channel: str) -> HttpResponse:
    line = _line(request, channel)
    if not line.waiting or line.stands_from is not None:
        return redirect("citizen:contacts")
    form = CodesForm(request.POST or None, with_old=bool(line.masked))
    context = {"form": form, "line": line, "by_email": channel == Channel.EMAIL}
    if request.method != "POST" or not form.is_valid():
        return render(request, f"{_FOLDER}/confirm.html", context)
    now = clock.now()
    try:
        stands_from = confirm_contact_change(
            actor=request.actor,
            channel=Channel(channel),
            new_code=form.cleaned_data["new_code"],
            old_code=form.cleaned_data.get("old_code", ""),
            now=now,
        )
    except Problem as problem:
        form.add_error(problem.field or "new_code", _(problem.sentence))
        return render(request, f"{_FOLDER}/confirm.html", context)
    if stands_from > now:
        moment = clock_time(stands_from, now=now)
        messages.success(request, _("The new address stands from %(time)s.") % {"time": moment})
    else:
        messages.success(request, _("The new address stands. Notices and codes go there from now on."))
    return redirect("citizen:contacts")


@require_POST
@citizen_only
def stop(request: CitizenRequest, channel: str) -> HttpResponse:
    if stop_contact_change(actor=request.actor, channel=Channel(channel), now=clock.now()):
        messages.success(request, _("The change is stopped. The old address stays."))
    return redirect("citizen:contacts")


def _line(request: CitizenRequest, channel: str) -> ContactLine:
    return next(line for line in contact_lines(request.actor) if line.channel == channel)
