"""The desk: who waits, and one call or chat."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vssid.apps.assistant.selectors.desk import hand_over_by_case
from vssid.apps.assistant.services.look_at_chat import look_at_chat
from vssid.channels.staff.access import StaffRequest
from vssid.channels.staff.desk import desk_page, matter_page
from vssid.channels.staff.desk.access import answering_staff
from vssid.domain.values.actor import Actor
from vssid.kit import clock


@require_safe
@answering_staff
def desk(request: HttpRequest) -> HttpResponse:
    return render(request, "staff/desk/desk.html", desk_page.page(_actor(request), now=clock.now()))


@require_safe
@answering_staff
def now(request: HttpRequest) -> HttpResponse:
    """The part of the desk that is fetched again while it is looked at."""
    return render(request, "staff/desk/now.html", desk_page.page(_actor(request), now=clock.now()))


@require_safe
@answering_staff
def matter(request: HttpRequest, case: str) -> HttpResponse:
    actor = _actor(request)
    found = hand_over_by_case(actor, case)
    look_at_chat(actor=actor, case=case, now=clock.now())
    return render(request, "staff/desk/matter.html", matter_page.page(found, actor, now=clock.now()))


@require_safe
@answering_staff
def said(request: HttpRequest, case: str) -> HttpResponse:
    """What was said in a chat the officer has taken, fetched again while it is answered."""
    actor = _actor(request)
    found = hand_over_by_case(actor, case)
    return render(request, "staff/desk/said.html", matter_page.page(found, actor, now=clock.now()))


def _actor(request: HttpRequest) -> Actor:
    return cast("StaffRequest", request).actor
