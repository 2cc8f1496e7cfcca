"""The staff of an office: the list, one member, and what is asked about them."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vssid.apps.accounts.roles import Right
from vssid.apps.accounts.selectors.staff_list import StaffLine, offices_with_staff, open_member, staff_at
from vssid.apps.accounts.services.settle_staff_change import hand_over_code
from vssid.apps.assistant.services.end_staff import end_staff
from vssid.apps.procedures.selectors.staff_requests import staff_requests
from vssid.apps.procedures.services.ask_for_staff import ask_for_code, ask_to_change, ask_to_join
from vssid.channels.staff.access import StaffRequest, staff_who_may
from vssid.channels.staff.members.forms import JoinForm, RoleForm
from vssid.channels.staff.members.page import facts, members_page, office_rows
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound, Problem
from vssid.kit import clock
from vssid.kit.formats import integer

_looking_after_staff = staff_who_may(Right.LOOK_AFTER_STAFF)
_NO_OFFICE = "none"


@require_safe
@_looking_after_staff
def members(request: HttpRequest) -> HttpResponse:
    """Of one office; for those who look after all, the offices first."""
    actor = _actor(request)
    counted = offices_with_staff(actor)
    asked = request.GET.get("office", "")
    if not asked and len(counted) > 1:
        return render(request, "staff/members/offices.html", {"offices": office_rows(counted)})
    office = "" if asked == _NO_OFFICE else asked or actor.office
    context = members_page(office, staff_at(actor, office), staff_requests(actor, office))
    return render(request, "staff/members/members.html", {**context, "several": len(counted) > 1})


@require_http_methods(["GET", "HEAD", "POST"])
@_looking_after_staff
def ask(request: HttpRequest) -> HttpResponse:
    actor = _actor(request)
    form = JoinForm(actor, request.POST or None, initial={"office": request.GET.get("office", "")})
    if request.method == "POST" and form.is_valid():
        asked = form.asked()
        try:
            ask_to_join(actor=actor, now=clock.now(), **asked)
        except Problem as problem:
            form.add_error(_field(form, problem), _(problem.sentence) % problem.details)
        else:
            return _asked(request, asked["office"])
    return render(request, "staff/members/ask.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
@_looking_after_staff
def member(request: HttpRequest, public_id: str) -> HttpResponse:
    return _member_page(request, _line(request, public_id))


@_looking_after_staff
@require_POST
def change(request: HttpRequest, public_id: str) -> HttpResponse:
    actor, form = _actor(request), RoleForm(_actor(request), request.POST)
    if form.is_valid():
        asked = form.asked()
        try:
            ask_to_change(actor=actor, member=public_id, now=clock.now(), **asked)
        except NotFound:
            raise
        except Problem as problem:
            form.add_error(_field(form, problem), _(problem.sentence) % problem.details)
        else:
            return _asked(request, asked["office"])
    return _member_page(request, _line(request, public_id), form)


@_looking_after_staff
@require_POST
def ask_code(request: HttpRequest, public_id: str) -> HttpResponse:
    line = _line(request, public_id)
    try:
        ask_for_code(actor=_actor(request), member=public_id, now=clock.now())
    except NotFound:
        raise
    except Problem as problem:
        return _stopped(request, problem, reverse("staff:member", args=[public_id]))
    return _asked(request, line.office)


@_looking_after_staff
@require_POST
def leave(request: HttpRequest, public_id: str) -> HttpResponse:
    line = _line(request, public_id)
    try:
        left = end_staff(actor=_actor(request), person_id=line.person_id, now=clock.now())
    except NotFound:
        raise
    except Problem as problem:
        return _stopped(request, problem, reverse("staff:member", args=[public_id]))
    said = _("%(name)s is no longer staff. Back in the queues: cases %(cases)s, calls and chats %(talks)s.")
    told = {"name": line.name, "cases": integer(left.cases), "talks": integer(left.talks)}
    messages.success(request, said % told)
    return HttpResponseRedirect(_list(line.office))


@_looking_after_staff
@require_POST
def show_code(request: HttpRequest, public_id: str) -> HttpResponse:
    """The answer to a form, never an address: opened again it says that the code was shown."""
    try:
        code = hand_over_code(actor=_actor(request), change=public_id, now=clock.now())
    except NotFound:
        raise
    except Problem as problem:
        return _stopped(request, problem, reverse("staff:members"))
    parts = [code[start : start + 4] for start in range(0, len(code), 4)]
    return render(request, "staff/members/code.html", {"code": "-".join(parts)})


def _actor(request: HttpRequest) -> Actor:
    return cast("StaffRequest", request).actor


def _line(request: HttpRequest, public_id: str) -> StaffLine:
    return open_member(_actor(request), public_id, now=clock.now())


def _member_page(request: HttpRequest, line: StaffLine, form: RoleForm | None = None) -> HttpResponse:
    initial = {"role": line.role, "office": line.office}
    shown = form or RoleForm(_actor(request), initial=initial)
    context = {"line": line, "facts": facts(line), "form": shown, "list": _list(line.office)}
    return render(request, "staff/members/member.html", context, status=422 if shown.errors else 200)


def _list(office: str) -> str:
    return f"{reverse('staff:members')}?office={office or _NO_OFFICE}"


def _field(form: RoleForm, problem: Problem) -> str | None:
    return problem.field if problem.field in form.fields else None


def _asked(request: HttpRequest, office: str) -> HttpResponse:
    messages.success(request, _("Asked. A supervisor of the office decides; the answer stands in this list."))
    return HttpResponseRedirect(_list(office))


def _stopped(request: HttpRequest, problem: Problem, back: str) -> HttpResponse:
    messages.warning(request, _(problem.sentence) % problem.details)
    return HttpResponseRedirect(back)
