"""What an officer does to a case: each a form of its own; what the person reads is shown first."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vssid.apps.procedures.selectors.case_sheet import CaseSheet
from vssid.apps.procedures.services.ask_person import ask_person
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.services.confirm_decision import confirm_decision
from vssid.apps.procedures.services.confirm_decision import send_back as send_case_back
from vssid.apps.procedures.services.decide_case import decide_case
from vssid.apps.procedures.services.look_at_case import look_at_case
from vssid.apps.procedures.services.release_case import release_case
from vssid.apps.procedures.services.resume_case import resume_case
from vssid.channels.staff.access import StaffRequest
from vssid.channels.staff.cases import case_page
from vssid.channels.staff.cases.access import case_workers
from vssid.channels.staff.cases.forms import AskForm, DecideForm, ask_form, decide_form, send_back_form
from vssid.channels.staff.cases.reading import READINGS
from vssid.channels.staff.cases.wording import outcome_words
from vssid.domain.casework.states import Outcome
from vssid.domain.values.problem import Conflict
from vssid.kit import clock

_SENDING = "send"


@case_workers
@require_POST
def claim(request: HttpRequest, number: str) -> HttpResponse:
    actor = cast("StaffRequest", request).actor
    return _done(request, number, lambda: claim_case(actor=actor, number=number, now=clock.now()))


@case_workers
@require_POST
def release(request: HttpRequest, number: str) -> HttpResponse:
    actor = cast("StaffRequest", request).actor
    back = lambda: release_case(actor=actor, number=number, now=clock.now())  # noqa: E731
    return _done(request, number, back, said=_("Given back to the queue."), to=reverse("staff:cases"))


@case_workers
@require_POST
def resume(request: HttpRequest, number: str) -> HttpResponse:
    actor = cast("StaffRequest", request).actor
    return _done(request, number, lambda: resume_case(actor=actor, number=number, now=clock.now()))


@case_workers
@require_POST
def ask(request: HttpRequest, number: str) -> HttpResponse:
    actor, now = cast("StaffRequest", request).actor, clock.now()
    sheet = look_at_case(actor=actor, number=number, now=now)
    form = ask_form(sheet, request.POST)
    if not form.is_valid():
        return _again(request, {**case_page.page(sheet, reader=actor.id), "ask": form, "form": form})
    if request.POST.get("step") != _SENDING:
        return _preview(request, sheet, form, reverse("staff:case_ask", args=[number]), _("Ask the person"))
    said = form.cleaned_data
    send = lambda: ask_person(  # noqa: E731
        actor=actor, number=number, seen=said["seen"], question=said["reason"], words=said["words"], now=now
    )
    return _done(request, number, send, said=_("Sent. The clock is stopped until the answer."))


@case_workers
@require_POST
def decide(request: HttpRequest, number: str) -> HttpResponse:
    actor, now = cast("StaffRequest", request).actor, clock.now()
    sheet = look_at_case(actor=actor, number=number, now=now)
    approving = request.POST.get("outcome") == Outcome.APPROVED
    outcome = Outcome.APPROVED if approving else Outcome.REFUSED
    form = decide_form(sheet, outcome, request.POST)
    if not form.is_valid():
        name = "approve" if approving else "refuse"
        return _again(request, {**case_page.page(sheet, reader=actor.id), name: form, "form": form})
    if request.POST.get("step") != _SENDING:
        address = reverse("staff:case_decide", args=[number])
        return _preview(request, sheet, form, address, outcome_words(sheet.kind, outcome))
    said = form.cleaned_data
    send = lambda: decide_case(  # noqa: E731
        actor=actor,
        number=number,
        seen=said["seen"],
        outcome=outcome,
        reason=said["reason"],
        words=said["words"],
        now=now,
    )
    done = (
        _("Proposed. A second officer confirms it.")
        if sheet.takes_two(outcome)
        else str(READINGS[sheet.kind.read_by].done)
    )
    return _done(request, number, send, said=done, to=reverse("staff:cases"))


@case_workers
@require_POST
def confirm(request: HttpRequest, number: str) -> HttpResponse:
    actor, seen = cast("StaffRequest", request).actor, _seen(request)
    send = lambda: confirm_decision(actor=actor, number=number, seen=seen, now=clock.now())  # noqa: E731
    return _done(request, number, send, said=_("Decided. The person is told."), to=reverse("staff:cases"))


@case_workers
@require_POST
def send_back(request: HttpRequest, number: str) -> HttpResponse:
    actor, now = cast("StaffRequest", request).actor, clock.now()
    form = send_back_form(request.POST)
    if not form.is_valid():
        sheet = look_at_case(actor=actor, number=number, now=now)
        return _again(request, {**case_page.page(sheet, reader=actor.id), "back": form, "form": form})
    words, seen = form.cleaned_data["words"], _seen(request)
    send = lambda: send_case_back(actor=actor, number=number, seen=seen, words=words, now=now)  # noqa: E731
    return _done(request, number, send, said=_("Sent back to the colleague."), to=reverse("staff:cases"))


def _seen(request: HttpRequest) -> int:
    given = request.POST.get("seen", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) <= 9 else -1


def _done(
    request: HttpRequest, number: str, act: Callable[[], None], *, said: str = "", to: str = ""
) -> HttpResponse:
    """Does it, and goes to ``to``, by default the case. Who was too late sees the case as it stands now."""
    case = reverse("staff:case", args=[number])
    try:
        act()
    except Conflict as problem:
        messages.warning(request, _(problem.sentence) % problem.details)
        return HttpResponseRedirect(case)
    if said:
        messages.success(request, said)
    return HttpResponseRedirect(to or case)


def _again(request: HttpRequest, context: dict[str, object]) -> HttpResponse:
    return render(request, "staff/cases/case.html", context, status=422)


def _preview(
    request: HttpRequest, sheet: CaseSheet, form: AskForm | DecideForm, address: str, title: str
) -> HttpResponse:
    choices = dict(form.fields["reason"].choices)  # type: ignore[attr-defined]
    context = {
        "number": sheet.number,
        "title": title,
        "reading": READINGS[sheet.kind.read_by],
        "action": address,
        "reason_words": choices[form.cleaned_data["reason"]],
        "words": form.cleaned_data["words"],
        "words_stay": form.cleaned_data.get("outcome") in sheet.kind.words_stay,
        "given": [(name, value) for name, value in form.cleaned_data.items()],
    }
    return render(request, "staff/cases/preview.html", context)
