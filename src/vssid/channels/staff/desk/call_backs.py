"""People who want to be rung: due, not reached, done."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vssid.apps.assistant.outcomes import Outcome
from vssid.apps.assistant.selectors.desk import ToCallBack, call_backs
from vssid.apps.assistant.selectors.desk_progress import Rung, rung, taken_call_back
from vssid.apps.assistant.services.request_call_back import close_call_back, take_call_back
from vssid.channels.staff.access import StaffRequest
from vssid.channels.staff.desk import wording
from vssid.channels.staff.desk.access import answering_staff
from vssid.channels.staff.desk.desk_page import tabs
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound, Problem
from vssid.kit import clock
from vssid.kit.formats import grouped

_ENDINGS = {
    "answered": (Outcome.ANSWERED, False),
    "again": (Outcome.NOT_REACHED, True),
    "not_reached": (Outcome.NOT_REACHED, False),
}
"""What a button sends: the outcome, and whether it waits for another try."""


@require_safe
@answering_staff
def listed(request: HttpRequest) -> HttpResponse:
    actor, now = _actor(request), clock.now()
    due = call_backs(actor)
    context = {
        "tabs": tabs(actor, "staff:desk_call_backs"),
        "left": len(due),
        "mine": [_due(one, now) for one in due if one.mine],
        "due": [_due(one, now) for one in due if not one.mine and not one.outcome],
        "again": [_due(one, now) for one in due if not one.mine and one.outcome],
        "done": [_done(one) for one in rung(actor, now=now)],
    }
    return render(request, "staff/desk/call_backs.html", context)


@require_safe
@answering_staff
def one(request: HttpRequest, case: str) -> HttpResponse:
    """The number, for the officer who has taken it; each look at that of a person is in their log."""
    actor, now = _actor(request), clock.now()
    found = taken_call_back(actor, case)
    number = take_call_back(actor=actor, case=case, now=now)
    context = {
        "found": found,
        "number": grouped(number),
        "dial": number,
        "language": wording.language(found.language),
        "topic": wording.topic(found.topic),
        "since": wording.moment(found.at),
        "again": found.again,
    }
    return render(request, "staff/desk/call_back.html", context)


@answering_staff
@require_POST
def take(request: HttpRequest, case: str) -> HttpResponse:
    try:
        take_call_back(actor=_actor(request), case=case, now=clock.now())
    except NotFound:
        raise
    except Problem as problem:
        messages.warning(request, _(problem.sentence) % problem.details)
        return HttpResponseRedirect(reverse("staff:desk_call_backs"))
    return HttpResponseRedirect(reverse("staff:desk_call_back", args=[case]))


@answering_staff
@require_POST
def done(request: HttpRequest, case: str) -> HttpResponse:
    ending = _ENDINGS.get(request.POST.get("ending", ""))
    if ending is None:
        raise NotFound
    outcome, again = ending
    try:
        close_call_back(actor=_actor(request), case=case, outcome=outcome, again=again, now=clock.now())
    except NotFound:
        raise
    except Problem as problem:
        messages.warning(request, _(problem.sentence) % problem.details)
    else:
        messages.success(request, _("It waits for another try.") if again else _("Closed."))
    return HttpResponseRedirect(reverse("staff:desk_call_backs"))


def _due(one: ToCallBack, now: datetime) -> dict[str, object]:
    return {
        "case": one.case,
        "mine": one.mine,
        "wait": wording.wait(now - one.at),
        "language": wording.language(one.language),
        "code": one.language,
        "topic": wording.topic(one.topic),
        "phone": one.phone_masked,
    }


def _done(one: Rung) -> dict[str, object]:
    return {
        "at": wording.moment(one.done_at or one.at),
        "language": wording.language(one.language),
        "code": one.language,
        "topic": wording.topic(one.topic),
        "phone": one.phone_masked,
        "status": "good" if one.outcome == Outcome.ANSWERED else "plain",
        "outcome": wording.outcome(one.outcome),
    }


def _actor(request: HttpRequest) -> Actor:
    return cast("StaffRequest", request).actor
