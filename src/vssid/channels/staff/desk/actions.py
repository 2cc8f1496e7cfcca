"""What an officer does with a call or a chat: take it, answer, start a new password, be done with it."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vssid.apps.assistant.selectors.desk import hand_over_by_case
from vssid.apps.assistant.services.add_turn import add_turn
from vssid.apps.assistant.services.give_back import give_back
from vssid.apps.assistant.services.offer_new_way import offer_new_way
from vssid.apps.assistant.services.reset_from_desk import reset_from_desk
from vssid.apps.assistant.services.take_hand_over import close_hand_over, take_hand_over
from vssid.apps.assistant.vocabulary import By
from vssid.channels.staff.access import StaffRequest
from vssid.channels.staff.desk import matter_page
from vssid.channels.staff.desk.access import answering_staff
from vssid.channels.staff.desk.forms import AnswerForm, CloseForm, ResetForm
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound, Problem
from vssid.kit import clock


@answering_staff
@require_POST
def take(request: HttpRequest, case: str) -> HttpResponse:
    try:
        take_hand_over(actor=_actor(request), case=case, now=clock.now())
    except NotFound:
        raise
    except Problem as problem:
        messages.warning(request, _(problem.sentence) % problem.details)
        return HttpResponseRedirect(reverse("staff:desk"))
    return HttpResponseRedirect(reverse("staff:desk_matter", args=[case]))


@answering_staff
@require_POST
def back(request: HttpRequest, case: str) -> HttpResponse:
    give_back(actor=_actor(request), case=case, now=clock.now())
    messages.success(request, _("It waits again."))
    return HttpResponseRedirect(reverse("staff:desk"))


@answering_staff
@require_POST
def answer(request: HttpRequest, case: str) -> HttpResponse:
    actor, form = _actor(request), AnswerForm(request.POST)
    chat = hand_over_by_case(actor, case).conversation
    if form.is_valid():
        try:
            add_turn(
                actor=actor,
                conversation=chat,
                by=By.OFFICER,
                text=form.cleaned_data["text"],
                now=clock.now(),
            )
        except NotFound:
            raise
        except Problem as problem:
            form.add_error("text", _(problem.sentence) % problem.details)
        else:
            return HttpResponseRedirect(f"{reverse('staff:desk_matter', args=[case])}#answer")
    return _again(request, case, answer=form)


@answering_staff
@require_POST
def reset(request: HttpRequest, case: str) -> HttpResponse:
    actor, form = _actor(request), ResetForm(request.POST)
    if form.is_valid():
        number = form.cleaned_data["number"]
        try:
            reset_from_desk(actor=actor, case=case, number=number, now=clock.now())
        except NotFound:
            raise
        except Problem as problem:
            form.add_error("number", _(problem.sentence) % problem.details)
        else:
            messages.success(request, _("Asked for. Tell the person what stands under New password."))
            return HttpResponseRedirect(reverse("staff:desk_matter", args=[case]))
    return _again(request, case, reset=form)


@answering_staff
@require_POST
def new_way(request: HttpRequest, case: str) -> HttpResponse:
    try:
        offer_new_way(actor=_actor(request), case=case, now=clock.now())
    except NotFound:
        raise
    except Problem as problem:
        messages.warning(request, _(problem.sentence) % problem.details)
    else:
        messages.success(request, _("Offered. The form stands in the chat."))
    return HttpResponseRedirect(reverse("staff:desk_matter", args=[case]))


@answering_staff
@require_POST
def close(request: HttpRequest, case: str) -> HttpResponse:
    actor, form = _actor(request), CloseForm(request.POST)
    if form.is_valid():
        try:
            close_hand_over(actor=actor, case=case, now=clock.now(), **form.cleaned_data)
        except NotFound:
            raise
        except Problem as problem:
            form.add_error("outcome", _(problem.sentence) % problem.details)
        else:
            messages.success(request, _("Closed."))
            return HttpResponseRedirect(reverse("staff:desk"))
    return _again(request, case, close=form)


def _again(
    request: HttpRequest,
    case: str,
    *,
    answer: AnswerForm | None = None,
    reset: ResetForm | None = None,
    close: CloseForm | None = None,
) -> HttpResponse:
    """The page with what stood in the way."""
    actor = _actor(request)
    found = hand_over_by_case(actor, case)
    context = matter_page.page(found, actor, now=clock.now(), answer=answer, reset=reset, close=close)
    return render(request, "staff/desk/matter.html", context, status=422)


def _actor(request: HttpRequest) -> Actor:
    return cast("StaffRequest", request).actor
